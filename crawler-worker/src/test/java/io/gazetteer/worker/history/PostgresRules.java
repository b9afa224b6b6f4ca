package io.gazetteer.worker.history;

import java.util.List;

/** What PostgreSQL enforces besides what every database does. */
final class PostgresRules {
  private PostgresRules() {}

  static List<RuleCase> all() {
    return List.of(
        RuleCase.of("exclusion constraint")
            .made(
                "create table $t (room int4range, during tsrange, off boolean, constraint $t_x"
                    + " exclude using gist (room with =, during with &&) where (not off))")
            .shows("/exclusion_constraints/0/operators", "[\"=\",\"&&\"]")
            .shows("/exclusion_constraints/0/columns", "[\"room\",\"during\"]")
            .shows("/exclusion_constraints/0/predicate", "\"(NOT off)\"")
            .shows("/unique_constraints", "[]")
            .altered(
                "alter table $t drop constraint $t_x",
                "create index $t_x on $t using gist (room, during) where (not off)")
            .tells("exclusion_constraint_removed"),
        RuleCase.of("exclusion constraint with an expression, deferred")
            .made(
                "create table $t (a text, b int4range, constraint $t_x exclude using gist"
                    + " (int4range(length(a), 99) with &&, b with -|-) initially deferred)")
            .shows("/exclusion_constraints/0/columns/0", "\"int4range(length(a), 99)\"")
            .shows("/exclusion_constraints/0/initially_deferred", "true")
            .altered(
                "alter table $t drop constraint $t_x",
                "alter table $t add constraint $t_x exclude using gist"
                    + " (int4range(length(a), 99) with &&, b with &&) initially deferred")
            .tells("exclusion_constraint_changed"),
        RuleCase.of("deferrable keys")
            .made(
                "create table $t (a int constraint $t_p primary key deferrable,"
                    + " b int constraint $t_u unique deferrable initially deferred)")
            .shows("/primary_key/deferrable", "true")
            .shows("/primary_key/initially_deferred", "false")
            .shows("/unique_constraints/0/initially_deferred", "true")
            .altered(
                "alter table $t drop constraint $t_p, drop constraint $t_u",
                "alter table $t add constraint $t_p primary key (a), add constraint $t_u unique (b)")
            .tells("primary_key_changed", "unique_constraint_changed"),
        RuleCase.of("nulls not distinct", 15)
            .made("create table $t (a int, constraint $t_u unique nulls not distinct (a))")
            .shows("/unique_constraints/0/nulls_not_distinct", "true")
            .shows("/indexes/0/nulls_not_distinct", "true")
            .altered(
                "alter table $t drop constraint $t_u",
                "alter table $t add constraint $t_u unique (a)")
            .tells("unique_constraint_changed", "index_changed"),
        RuleCase.of("included columns")
            .made(
                "create table $t (a int, b int, c int)",
                "create index $t_i on $t (a) include (b, c)")
            .shows("/indexes/0/columns", "[\"a\"]")
            .shows("/indexes/0/included_columns", "[\"b\",\"c\"]")
            .altered("drop index $t_i", "create index $t_i on $t (a) include (b)")
            .tells("index_changed"),
        RuleCase.of("order of index columns")
            .made(
                "create table $t (a int, b int, c int)",
                "create index $t_i on $t (a desc, b nulls first, c)")
            .shows("/indexes/0/keys/0/direction", "\"desc\"")
            .shows("/indexes/0/keys/0/nulls", "\"first\"")
            .shows("/indexes/0/keys/1/direction", "\"asc\"")
            .shows("/indexes/0/keys/1/nulls", "\"first\"")
            .shows("/indexes/0/keys/2/nulls", "\"last\"")
            .altered(
                "drop index $t_i", "create index $t_i on $t (a desc nulls last, b nulls first, c)")
            .tells("index_changed"),
        RuleCase.of("operator class of an index column")
            .made(
                "create table $t (a text, b text)",
                "create index $t_i on $t (a, b text_pattern_ops)")
            .shows("/indexes/0/keys/0/operator_class", "null")
            .shows("/indexes/0/keys/1/operator_class", "\"text_pattern_ops\"")
            .altered("drop index $t_i", "create index $t_i on $t (a, b)")
            .tells("index_changed"),
        RuleCase.of("key without overlaps", 18)
            .made(
                "create table $t (a int4range, valid daterange, constraint $t_p"
                    + " primary key (a, valid without overlaps))")
            .shows("/primary_key/without_overlaps", "true")
            .shows("/primary_key/columns", "[\"a\",\"valid\"]")
            .shows("/exclusion_constraints", "[]")
            .altered(
                "alter table $t drop constraint $t_p",
                "alter table $t add constraint $t_p primary key (a, valid)")
            .tells("primary_key_changed", "index_changed"),
        RuleCase.of("unique without overlaps", 18)
            .made(
                "create table $t (a int4range, valid daterange, constraint $t_u"
                    + " unique (a, valid without overlaps))")
            .shows("/unique_constraints/0/without_overlaps", "true")
            .altered("alter table $t drop constraint $t_u")
            .tells("unique_constraint_removed", "index_removed"),
        RuleCase.of("foreign key over a period", 18)
            .made(
                "create table $t_to (a int4range, valid daterange,"
                    + " primary key (a, valid without overlaps))",
                "create table $t (a int4range, sold daterange, constraint $t_f"
                    + " foreign key (a, period sold) references $t_to (a, period valid))")
            .shows("/foreign_keys/0/period", "true")
            .altered("alter table $t drop constraint $t_f")
            .tells("foreign_key_removed"),
        RuleCase.of("on delete set null of some columns", 15)
            .made(
                "create table $t_to (a int, b int, primary key (a, b))",
                "create table $t (a int, b int, constraint $t_f foreign key (a, b)"
                    + " references $t_to on delete set null (b))")
            .shows("/foreign_keys/0/on_delete", "\"set_null\"")
            .shows("/foreign_keys/0/on_delete_columns", "[\"b\"]")
            .altered(
                "alter table $t drop constraint $t_f",
                "alter table $t add constraint $t_f foreign key (a, b) references $t_to"
                    + " on delete set null")
            .tells("foreign_key_changed"),
        RuleCase.of("deferrable foreign key")
            .made(
                "create table $t_to (a int primary key)",
                "create table $t (a int constraint $t_f references $t_to deferrable)")
            .shows("/foreign_keys/0/deferrable", "true")
            .altered("alter table $t alter constraint $t_f initially deferred")
            .tells("foreign_key_changed"),
        RuleCase.of("foreign key of full match")
            .made(
                "create table $t_to (a int, b int, primary key (a, b))",
                "create table $t (a int, b int, constraint $t_f foreign key (a, b)"
                    + " references $t_to match full)")
            .shows("/foreign_keys/0/match_full", "true")
            .altered(
                "alter table $t drop constraint $t_f",
                "alter table $t add constraint $t_f foreign key (a, b) references $t_to")
            .tells("foreign_key_changed"),
        RuleCase.of("generated when read", 18)
            .made("create table $t (a int, b int generated always as (a * 2) virtual)")
            .shows("/columns/1/generated_as", "\"virtual\"")
            .altered(
                "alter table $t drop column b",
                "alter table $t add column b int generated always as (a * 2) stored")
            .tells("column_generation_kind_changed"),
        RuleCase.of("check and foreign key not valid")
            .made(
                "create table $t_to (a int primary key)",
                "create table $t (a int)",
                "alter table $t add constraint $t_c check (a > 0) not valid,"
                    + " add constraint $t_f foreign key (a) references $t_to not valid")
            .shows("/check_constraints/0/validated", "false")
            .shows("/foreign_keys/0/validated", "false")
            .altered(
                "alter table $t validate constraint $t_c",
                "alter table $t validate constraint $t_f")
            .tells("check_constraint_changed", "foreign_key_changed"),
        RuleCase.of("not null that is not valid", 18)
            .made(
                "create table $t (a int)",
                "alter table $t add constraint $t_n not null a not valid")
            .shows("/columns/0/nullable", "false")
            .shows("/check_constraints/0/expression", "\"(a IS NOT NULL)\"")
            .shows("/check_constraints/0/validated", "false")
            .altered("alter table $t validate constraint $t_n")
            .tells("check_constraint_removed"),
        RuleCase.of("check and foreign key not enforced", 18)
            .made(
                "create table $t_to (a int primary key)",
                "create table $t (a int, constraint $t_c check (a > 0) not enforced,"
                    + " constraint $t_f foreign key (a) references $t_to not enforced)")
            .shows("/check_constraints/0/enforced", "false")
            .shows("/foreign_keys/0/enforced", "false")
            .altered("alter table $t alter constraint $t_f enforced")
            .tells("foreign_key_changed"),
        RuleCase.of("index that is not valid")
            .made(
                "create table $t (a int)",
                "create unique index $t_i on $t (a)",
                "update pg_index set indisvalid = false where indexrelid = '$t_i'::regclass")
            .shows("/indexes/0/unique", "true")
            .shows("/indexes/0/valid", "false")
            .altered("reindex index $t_i")
            .tells("index_changed"),
        RuleCase.of("index that is not ready")
            .made(
                "create table $t (a int)",
                "create unique index $t_i on $t (a)",
                "update pg_index set indisready = false where indexrelid = '$t_i'::regclass")
            .shows("/indexes/0/valid", "false")
            .altered("drop index $t_i")
            .tells("index_removed"),
        RuleCase.of("domain over a domain over an enum")
            .made(
                "create type $t_e as enum ('sad', 'it''s fine')",
                "create domain $t_d as $t_e not null",
                "create domain $t_dd as $t_d",
                "create table $t (a $t_dd)")
            .shows("/columns/0/type_family", "\"enum\"")
            .shows("/columns/0/nullable", "false")
            .shows("/columns/0/enum_values", "[\"sad\",\"it's fine\"]")
            .altered("alter type $t_e add value 'ok' before 'it''s fine'")
            .tells("column_enum_values_changed"),
        RuleCase.of("array of a domain over an enum")
            .made(
                "create type $t_e as enum ('sad', 'ok')",
                "create domain $t_d as $t_e not null",
                "create table $t (a $t_e[], b $t_d[])")
            .shows("/columns/0/type_family", "\"array\"")
            .shows("/columns/0/enum_values", "[\"sad\",\"ok\"]")
            .shows("/columns/1/enum_values", "[\"sad\",\"ok\"]")
            .shows("/columns/1/nullable", "true")
            .altered("alter type $t_e add value 'glad'")
            .tells("column_enum_values_changed", "column_enum_values_changed"),
        RuleCase.of("enum without values")
            .made("create type $t_e as enum ()", "create table $t (a $t_e)")
            .shows("/columns/0/type_family", "\"enum\"")
            .shows("/columns/0/enum_values", "[]")
            .altered("alter type $t_e add value 'first'")
            .tells("column_enum_values_changed"),
        RuleCase.of("table of an extension")
            .made("create table $t (a int)", "alter extension plpgsql add table $t")
            .shows("/extension", "\"plpgsql\"")
            .altered("alter extension plpgsql drop table $t")
            .tells("table_extension_changed"),
        RuleCase.of("inheritance")
            .made(
                "create table $t_a (a int)",
                "create table $t_b (b int)",
                "create table $t (c int) inherits ($t_b, $t_a)")
            .shows("/inherits", "[\"public.$t_b\",\"public.$t_a\"]")
            .shows("/kind", "\"table\"")
            .shows("/partition_of", "null")
            .altered("alter table $t no inherit $t_b")
            .tells("table_inheritance_changed"),
        RuleCase.of("heir without a check of its own")
            .made("create table $t_a (a int check (a > 0))", "create table $t () inherits ($t_a)")
            .shows("/kind", "\"table\"")
            .shows("/inherits", "[\"public.$t_a\"]")
            .altered("alter table $t add check (a < 9)")
            .tells(
                "table_kind_changed",
                "partition_parent_changed",
                "table_inheritance_changed",
                "check_constraint_added"),
        RuleCase.of("partition by inheritance")
            .made(
                "create table $t_a (a int, b text)",
                "create table $t (constraint $t_c check (a >= 0 and a < 9)) inherits ($t_a)")
            .shows("/kind", "\"partition\"")
            .shows("/partition_of", "\"public.$t_a\"")
            .shows("/inherits", "[]")
            .altered("alter table $t no inherit $t_a")
            .tells("table_kind_changed", "partition_parent_changed"),
        RuleCase.of("partition of a partition")
            .made(
                "create table $t_a (a int, b int) partition by list (a)",
                "create table $t partition of $t_a for values in (1) partition by range (b)",
                "create table $t_1 partition of $t for values from (0) to (9)")
            .shows("/kind", "\"partitioned_table\"")
            .shows("/partition_of", "\"public.$t_a\"")
            .shows("/partition_key", "\"RANGE (b)\"")
            .shows("/has_children", "true")
            .altered("alter table $t_a detach partition $t")
            .tells("partition_parent_changed"));
  }
}
