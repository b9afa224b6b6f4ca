package io.gazetteer.worker.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.source.DatabaseIdentity;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.mysql.EmbeddedMariaDb;
import io.gazetteer.worker.introspect.mysql.MySqlIntrospector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that holds upper and lower case for one, as those of Windows do. */
class LowerCaseNamesIT {

  @TempDir Path home;

  @Test
  void aDatabaseHasTheServersOwnSpelling() throws Exception {
    var mariaDb =
        EmbeddedMariaDb.start(home, FreePorts.free(), List.of("--lower-case-table-names=1"));
    try {
      mariaDb.createDatabase("Shop");
      var server =
          new SourceServer(
              DatabaseKind.MARIADB,
              mariaDb.host(),
              mariaDb.port(),
              new SourceServer.Login(mariaDb.username(), mariaDb.password()),
              new SourceServer.Urls(mariaDb::jdbcUrl, mariaDb::createDatabase));
      server.execute(
          "Shop",
          "create table Orders (Id int primary key)",
          "create table Items (Order_Id int, foreign key (Order_Id) references Orders (Id))");

      var typed = read(server, "Shop");
      assertThat(typed).extracting(Relation::schema).containsOnly("shop");
      assertThat(typed)
          .flatExtracting(Relation::foreignKeys)
          .extracting(Relation.ForeignKey::referencedSchema)
          .containsExactly("shop");
      assertThat(read(server, "SHOP")).isEqualTo(typed).hasSize(2);

      try (var one = server.open("Shop");
          var other = server.open("sHOP")) {
        assertThat(DatabaseIdentity.of(one, DatabaseKind.MARIADB))
            .isPresent()
            .isEqualTo(DatabaseIdentity.of(other, DatabaseKind.MARIADB));
        var gone = new RelationRef(0, "Shop", "orders", RelationKind.TABLE, 1);
        assertThat(new MySqlIntrospector().unproven(one, List.of(gone))).isEmpty();
      }
    } finally {
      mariaDb.stop();
    }
  }

  private static List<Relation> read(SourceServer server, String dbName) throws Exception {
    var introspector = new MySqlIntrospector();
    var found = new ArrayList<Relation>();
    try (var connection = server.open(dbName)) {
      var batch = introspector.list(connection, dbName).relations();
      introspector.read(
          connection,
          dbName,
          batch,
          outcome -> found.add(((ReadOutcome.Found) outcome).relation()));
    }
    return found;
  }
}
