package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} names the versions that the build has, and no others. */
class DocumentedVersionsTest {
  private static final Path HOME = Path.of("..");
  private static final String DISTRIBUTIONS = "embedded-servers/distributions/";

  @Test
  void areThoseOfTheBuild() throws IOException {
    var root = read("pom.xml");
    assertThat(documented())
        .containsEntry("Spring Boot", property(root, "spring-boot.version"))
        .containsEntry("Tomcat", property(root, "tomcat.version"))
        .containsEntry("PostgreSQL's driver", property(root, "postgresql.version"))
        .containsEntry("MySQL's driver", property(root, "mysql.version"))
        .containsEntry("Bouncy Castle", property(root, "bouncycastle.version"))
        .containsEntry("Tink", property(root, "tink.version"))
        .containsEntry("embedded Elasticsearch", property(root, "elasticsearch-server.version"))
        .containsEntry(
            "embedded Elasticsearch's Netty", property(root, "elasticsearch-netty.version"))
        .containsEntry(
            "embedded Kafka", version(read(DISTRIBUTIONS + "kafka/pom.xml"), "kafka_2.13"))
        .containsEntry("embedded PostgreSQL", property(root, "postgres-binaries.version"))
        .containsEntry("MariaDB of the samples", property(root, "mariadb-binaries.version"))
        .hasSize(11);
  }

  /** The distributions have no parent to take versions from. */
  @Test
  void areTheSameWhereTheBuildHasThemTwice() throws IOException {
    var root = read("pom.xml");
    var distribution = read(DISTRIBUTIONS + "elasticsearch/pom.xml");
    assertThat(version(distribution, "elasticsearch"))
        .isEqualTo(version(distribution, "transport-netty4"))
        .isEqualTo(property(root, "elasticsearch-server.version"));
    assertThat(property(distribution, "netty.version"))
        .isEqualTo(property(root, "elasticsearch-netty.version"));
    var compose = read("docker-compose.yml");
    assertThat(compose)
        .contains("image: elasticsearch:" + property(root, "elasticsearch-server.version") + "\n")
        .contains(
            "image: apache/kafka:"
                + version(read(DISTRIBUTIONS + "kafka/pom.xml"), "kafka_2.13")
                + "\n")
        .contains(
            "image: postgres:"
                + property(root, "postgres-binaries.version").replaceFirst("\\..*", ""));
  }

  private static Map<String, String> documented() throws IOException {
    var table = read("docs/security.md").split("## What it is made of", -1)[1];
    var versions = new TreeMap<String, String>();
    Pattern.compile("(?m)^\\| ([^|]+) \\| (\\d[^ ]*) \\|")
        .matcher(table)
        .results()
        .forEach(row -> versions.put(row.group(1), row.group(2)));
    return versions;
  }

  private static String property(String pom, String name) {
    return find(pom, "<" + Pattern.quote(name) + ">([^<]+)</");
  }

  private static String version(String pom, String artifact) {
    return find(
        pom,
        "<artifactId>" + Pattern.quote(artifact) + "</artifactId>\\s*<version>([^<]+)</version>");
  }

  private static String find(String pom, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(pom);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String read(String file) throws IOException {
    return Files.readString(HOME.resolve(file));
  }
}
