package io.gazetteer.benchmarks.reading;

import java.util.regex.Pattern;
import schemacrawler.inclusionrule.RegularExpressionInclusionRule;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSources;
import us.fatehi.utility.datasource.MultiUseUserCredentials;

/** Has SchemaCrawler read the same database, at its standard level, in a process of its own. */
final class SchemaCrawlerReading {
  static final String ANSWER = "seconds ";

  private SchemaCrawlerReading() {}

  /** The argument is the JDBC URL; the password is in the environment. */
  public static void main(String[] arguments) throws Exception {
    var options =
        SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
            .withLimitOptions(
                LimitOptionsBuilder.builder()
                    .includeSchemas(
                        new RegularExpressionInclusionRule(Pattern.compile("(.*\\.)?public")))
                    .toOptions())
            .withLoadOptions(
                LoadOptionsBuilder.builder()
                    .withSchemaInfoLevel(SchemaInfoLevelBuilder.standard())
                    .toOptions());
    var credentials = new MultiUseUserCredentials("postgres", System.getenv("SOURCE_PASSWORD"));
    long begin = System.nanoTime();
    var source = DatabaseConnectionSources.newDatabaseConnectionSource(arguments[0], credentials);
    var catalog = SchemaCrawlerUtility.getCatalog(source, options);
    double seconds = (System.nanoTime() - begin) / 1e9;
    source.close();
    long columns = catalog.getTables().stream().mapToLong(table -> table.getColumns().size()).sum();
    System.out.println(ANSWER + seconds + " columns " + columns);
  }
}
