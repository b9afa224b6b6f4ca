package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.worker.introspect.FailureIsolation;
import io.gazetteer.worker.introspect.Introspector;
import io.gazetteer.worker.introspect.Listing;
import io.gazetteer.worker.introspect.Outcomes;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads MySQL 5.7 and later and MariaDB 10.4 and later. The schema is the database. A batch takes
 * seven to ten statements for every 900 relations, each a read-only transaction of its own, since
 * information_schema knows no snapshot over several. Partitions are no relations here and get no
 * entry. The listing does not tell partitioned tables from others, which would open every table;
 * reading does.
 */
public final class MySqlIntrospector implements Introspector {

  @Override
  public Listing list(Connection connection, String dbName) throws SQLException {
    var schema = SchemaName.find(connection, dbName);
    var kinds = new TreeMap<String, RelationKind>();
    MySqlQuery.LIST.run(
        connection,
        dbName,
        row ->
            kinds.put(
                row.getString(1),
                TableHeader.isView(row.getString(2)) ? RelationKind.VIEW : RelationKind.TABLE));
    var columns = new HashMap<String, Integer>();
    MySqlQuery.COLUMN_COUNTS.run(
        connection, dbName, row -> columns.put(row.getString(1), row.getInt(2)));
    var relations =
        kinds.entrySet().stream()
            .map(
                found ->
                    new RelationRef(
                        0,
                        schema.orElse(dbName),
                        found.getKey(),
                        found.getValue(),
                        columns.getOrDefault(found.getKey(), 0)))
            .sorted(Comparator.comparing(RelationRef::name))
            .toList();
    return new Listing(relations, relations.isEmpty() && schema.isEmpty());
  }

  @Override
  public List<ReadOutcome.Failed> unproven(Connection connection, List<RelationRef> unlisted)
      throws SQLException {
    var dropProof = new DropProof(connection, unlisted.size());
    var unproven = new ArrayList<ReadOutcome.Failed>();
    var oldSpellings = new HashMap<String, Boolean>();
    for (RelationRef ref : unlisted) {
      var isOld = oldSpellings.get(ref.schema());
      if (isOld == null) {
        isOld = SchemaName.isOldSpelling(connection, ref.schema());
        oldSpellings.put(ref.schema(), isOld);
      }
      if (!isOld && dropProof.judge(ref) instanceof ReadOutcome.Failed failed) {
        unproven.add(failed);
      }
    }
    return unproven;
  }

  @Override
  public void read(
      Connection connection, String dbName, List<RelationRef> batch, Consumer<ReadOutcome> sink)
      throws SQLException {
    var outcomes = new Outcomes(batch, sink);
    var schema = batch.isEmpty() ? dbName : batch.getFirst().schema();
    new FailureIsolation(new MySqlAttempt(connection, schema), outcomes).read(batch);
  }
}
