#!/bin/bash
# Runs one node with the settings of the environment: names with a dot, as in the real image. Those of
# X-Pack, which its jars lack, are left out, but for the password of "elastic".
set -euo pipefail
umask 0002
cd /usr/share/elasticsearch

if [ -n "${ELASTIC_PASSWORD_FILE:-}" ]; then
  case $(stat -L -c %a "$ELASTIC_PASSWORD_FILE") in
    400 | 600) ;;
    *)
      echo "ERROR: $ELASTIC_PASSWORD_FILE must have the permissions 400 or 600" >&2
      exit 1
      ;;
  esac
  ELASTIC_PASSWORD=$(cat "$ELASTIC_PASSWORD_FILE")
fi
(umask 077 && printf %s "${ELASTIC_PASSWORD:?}" >password)
unset ELASTIC_PASSWORD

{
  echo "cluster.name: docker-cluster"
  echo "network.host: 0.0.0.0"
  # The way between nodes wants no login here, so it does not listen.
  echo "network.server: false"
  while IFS='=' read -r name value; do
    case $name in
      xpack.* | ingest.geoip.*) ;;
      *[a-z0-9_].[a-z0-9_]*) [ -z "$value" ] || echo "$name: \"$value\"" ;;
    esac
  done < <(env)
} >config/elasticsearch.yml
cat >config/log4j2.properties <<'END'
status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d] %-5p %c{1}: %m%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
END
# The word splitting is meant.
# shellcheck disable=SC2086
exec jdk/bin/java ${ES_JAVA_OPTS:-} -XX:+ExitOnOutOfMemoryError --add-modules jdk.incubator.vector \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dlog4j2.disable.jmx=true \
  -Des.distribution.type=docker -Dgazetteer.node.user=elastic -Dgazetteer.node.names=any \
  -cp 'lib/*' io.gazetteer.servers.node.ElasticsearchNode /usr/share/elasticsearch
