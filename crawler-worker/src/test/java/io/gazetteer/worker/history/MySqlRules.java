package io.gazetteer.worker.history;

import java.util.List;
import java.util.stream.Stream;

/** What MySQL and MariaDB enforce besides what every database does. */
final class MySqlRules {
  private MySqlRules() {}

  static List<RuleCase> ofMariaDb() {
    return Stream.concat(ofBoth(), mariaDb()).toList();
  }

  static List<RuleCase> ofMySql() {
    return Stream.concat(ofBoth(), mySql()).toList();
  }

  private static Stream<RuleCase> ofBoth() {
    return Stream.of(
        RuleCase.of("foreign key actions")
            .made(
                "create table $t_to (a int primary key)",
                "create table $t (a int, constraint $t_f foreign key (a) references $t_to (a)"
                    + " on delete cascade on update restrict)")
            .shows("/foreign_keys/0/on_delete", "\"cascade\"")
            .shows("/foreign_keys/0/on_update", "\"restrict\"")
            .shows("/unknown", "[]")
            .altered(
                "alter table $t drop foreign key $t_f",
                "alter table $t add constraint $t_f foreign key (a) references $t_to (a)"
                    + " on delete set null on update restrict")
            .tells("foreign_key_changed"),
        RuleCase.of("generated when written or read")
            .made("create table $t (a int, b int generated always as (a * 2) virtual)")
            .shows("/columns/1/generated_as", "\"virtual\"")
            .altered(
                "alter table $t drop column b",
                "alter table $t add column b int generated always as (a * 2) stored")
            .tells("column_generation_kind_changed"),
        RuleCase.of("on update")
            .made("create table $t (a int, b datetime(3) on update current_timestamp(3))")
            .altered("alter table $t modify b datetime(3)")
            .tells("column_on_update_changed"),
        RuleCase.of("prefix of a text in an index")
            .made("create table $t (a varchar(99), b varchar(99), key $t_i (a(10), b))")
            .shows("/indexes/0/keys/0/prefix_length", "10")
            .shows("/indexes/0/keys/1/prefix_length", "null")
            .altered("alter table $t drop key $t_i, add key $t_i (a(20), b)")
            .tells("index_changed"),
        RuleCase.of("order of index columns", 8)
            .made("create table $t (a int, b int, key $t_i (a desc, b))")
            .shows("/indexes/0/keys/0/direction", "\"desc\"")
            .shows("/indexes/0/keys/1/direction", "\"asc\"")
            .altered("alter table $t drop key $t_i, add key $t_i (a, b)")
            .tells("index_changed"));
  }

  private static Stream<RuleCase> mariaDb() {
    return Stream.of(
        RuleCase.of("check of a column and of the table under one name")
            .made(
                "create table $t (price int check (price >= 0), note text,"
                    + " constraint price check (note is null or price < 1000))")
            .shows("/check_constraints/0/name", "\"price\"")
            .shows("/check_constraints/1/name", "\"price\"")
            .shows("/check_constraints/0/expression", "\"`note` is null or `price` < 1000\"")
            .shows("/check_constraints/1/expression", "\"`price` >= 0\"")
            .altered("alter table $t drop constraint price")
            .tells("check_constraint_removed"),
        RuleCase.of("json")
            .made(
                "create table $t (a json not null, b longtext,"
                    + " c longtext check (json_valid(c)), d json check (json_length(d) > 1),"
                    + " e longtext check (json_valid(e) or e = ''))")
            .shows("/columns/0/type_family", "\"document\"")
            .shows("/columns/1/type_family", "\"text\"")
            .shows("/columns/2/type_family", "\"document\"")
            .shows("/columns/4/type_family", "\"text\"")
            .altered("alter table $t modify c longtext")
            .tells("check_constraint_removed"),
        RuleCase.of("compressed")
            .made("create table $t (a text compressed, b varchar(200) compressed default '')")
            .shows("/columns/0/data_type", "\"text\"")
            .shows("/columns/0/type_remark", "\"COMPRESSED\"")
            .shows("/columns/1/data_type", "\"varchar(200)\"")
            .altered("alter table $t modify a text")
            .tells("column_type_remark_changed"),
        RuleCase.of("unique without overlaps", 10, 5)
            .made(
                "create table $t (a int, b date not null, c date not null, period for p (b, c),"
                    + " unique $t_u (a, p without overlaps))")
            .shows("/unique_constraints/0/without_overlaps", "true")
            .altered("alter table $t drop key $t_u", "alter table $t add unique $t_u (a, c, b)")
            .tells("unique_constraint_changed"),
        RuleCase.of("table that the server cannot open")
            .lookingAt("$t_all")
            .made(
                "create table $t_one (a int not null, key $t_i (a)) engine = MyISAM",
                "create table $t_all (a int not null, key $t_i (a)) engine = MERGE"
                    + " union = ($t_one) comment = 'All of them'")
            .shows("/comment", "\"All of them\"")
            .altered("drop table $t_one"));
  }

  private static Stream<RuleCase> mySql() {
    return Stream.of(
        RuleCase.of("quotes and backslashes in expressions", 8, 0, 13)
            .made(
                "create table $t (a varchar(40), b varchar(80) as (concat(upper(a), ' it''s ')),"
                    + " c varchar(40) default (concat('back\\\\slash', '\\n')),"
                    + " key $t_i ((concat(a, 'it''s'))))")
            .shows("/columns/1/generated", "\"concat(upper(`a`),_utf8mb4' it\\\\'s ')\"")
            .shows("/columns/2/default", "\"concat(_utf8mb4'back\\\\\\\\slash',_utf8mb4'\\\\n')\"")
            .shows("/indexes/0/columns/0", "\"concat(`a`,_utf8mb4'it\\\\'s')\""),
        RuleCase.of("check that is not enforced", 8, 0, 16)
            .made("create table $t (a int, constraint $t_c check (a <> 'it''s') not enforced)")
            .shows("/check_constraints/0/enforced", "false")
            .altered("alter table $t alter check $t_c enforced")
            .tells("check_constraint_changed"));
  }
}
