package io.gazetteer.api.schema;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.TableFormat;
import io.gazetteer.api.schema.tables.TableDocument;
import io.gazetteer.api.schema.tables.TableFilter;
import io.gazetteer.api.schema.tables.TableIndex;
import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.relation.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes one round of tables in a format, some of them in memory at a time. */
final class FormattedTables implements TableOutput {
  private static final int ASKED_AT_ONCE = 1000;

  private final TableIndex index;
  private final TableFilter filter;
  private final TableFormat format;
  private final int round;
  private final Appendable out;

  FormattedTables(
      TableIndex index, TableFilter filter, TableFormat format, int round, Appendable out) {
    this.index = index;
    this.filter = filter;
    this.format = format;
    this.round = round;
    this.out = out;
  }

  @Override
  public void write(Iterable<TableDocument> documents) throws IOException {
    var tables = new ArrayList<DescribedTable>();
    var targets = new HashMap<String, TableName>();
    for (TableDocument document : documents) {
      var table = DescribedTable.of(document.json());
      tables.add(table);
      for (var reference : table.references()) {
        var target = reference.target();
        targets.put(
            DocumentIds.table(filter.dataSourceId(), target.schema(), target.table()), target);
      }
    }
    var present = present(targets);
    for (DescribedTable table : tables) {
      format.write(round, table, present, out);
    }
  }

  /** A reference is written only when both of its ends are in the answer. */
  private Set<TableName> present(Map<String, TableName> targets) {
    var present = new HashSet<TableName>();
    var ids = new ArrayList<>(targets.keySet());
    for (int from = 0; from < ids.size(); from += ASKED_AT_ONCE) {
      var some = ids.subList(from, Math.min(ids.size(), from + ASKED_AT_ONCE));
      index.present(filter, some).forEach(id -> present.add(targets.get(id)));
    }
    return present;
  }
}
