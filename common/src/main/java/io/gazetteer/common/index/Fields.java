package io.gazetteer.common.index;

/**
 * Names all fields of the two indexes, as in {@code index/tables.json} and {@code
 * index/columns.json}. A field that both indexes have means the same in both.
 */
public final class Fields {
  // Both indexes.
  public static final String DATA_SOURCE_ID = "data_source_id";
  public static final String EPOCH = "epoch";
  public static final String SCHEMA = "schema";
  public static final String NAME = "name";

  /** Holds the name in lower case. */
  public static final String NAME_FOLDED = "name_folded";

  /** Holds what hits that are folded into one have in common, see {@link FoldKeys}. */
  public static final String FOLD = "fold";

  public static final String NAME_WORDS = "name_words";
  public static final String NAME_WORD_COUNT = "name_word_count";
  public static final String SCHEMA_WORDS = "schema_words";
  public static final String COMMENT = "comment";
  public static final String COMMENT_WORDS = "comment_words";

  // Tables only.
  public static final String KIND = "kind";
  public static final String PARTITION_OF = "partition_of";
  public static final String HAS_CHILDREN = "has_children";
  public static final String PARENT_WORDS = "parent_words";
  public static final String COLUMN_WORDS = "column_words";
  public static final String COLUMN_COUNT = "column_count";
  public static final String ROW_ESTIMATE = "row_estimate";

  /** Counts the foreign keys of other relations that point at this one. */
  public static final String REFERENCED_BY = "referenced_by";

  /** Holds what questions find a table by, see {@link TableStems}. */
  public static final String STEMS = "stems";

  /** Holds {@code schema.name} of each other relation that this one has a foreign key to. */
  public static final String REFERENCES = "references";

  /** Holds the words that can be suggested and corrected to. */
  public static final String VOCABULARY = "vocabulary";

  /** Holds what its comments teach, see {@link CommentedAbbreviations}. */
  public static final String ABBREVIATIONS = "abbreviations";

  /** Holds the whole relation as JSON, for lookups. */
  public static final String DESCRIPTION = "description";

  /** Holds the hash of all that a crawl says about the relation. */
  public static final String FINGERPRINT = "fingerprint";

  public static final String CRAWLED_AT = "crawled_at";

  // Columns only.
  /** Holds the id of the document of the column's relation. */
  public static final String TABLE_ID = "table_id";

  public static final String TABLE = "table";
  public static final String TABLE_KIND = "table_kind";
  public static final String TABLE_WORDS = "table_words";
  public static final String TABLE_WORD_COUNT = "table_word_count";
  public static final String POSITION = "position";
  public static final String DATA_TYPE = "data_type";
  public static final String TYPE_FAMILY = "type_family";
  public static final String TYPE_NAMES = "type_names";
  public static final String NULLABLE = "nullable";
  public static final String PRIMARY_KEY = "primary_key";
  public static final String FOREIGN_KEY = "foreign_key";
  public static final String UNIQUE = "unique";

  private Fields() {}
}
