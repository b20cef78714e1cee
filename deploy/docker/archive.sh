#!/bin/sh
# Starts the service of the working directory once, without any server, and saves the classes that it has loaded in start.jsa:
# later starts by the same JVM map them instead of reading and checking each.
set -eu
pipeline=$(mktemp)
cat > "$pipeline" <<'YAML'
dfs:
  project: archive
  source: { host: 127.0.0.1, port: 1, user: dfs, password: none, schemas: [archive] }
  target: { host: 127.0.0.1, port: 1, user: dfs, password: none, schema: archive }
  log: { host: 127.0.0.1, port: 1, user: dfs, password: none, schema: dfs_archive }
  broker: { bootstrap-servers: "127.0.0.1:1", partitions: 1 }
YAML
DFS_PIPELINE="$pipeline" QUARKUS_HTTP_PORT=0 \
    timeout --preserve-status --signal=TERM "${1:-15}" java -XX:ArchiveClassesAtExit=start.jsa -Xlog:cds=off \
    -Xlog:cds+dynamic=off -jar quarkus-run.jar > "$pipeline.log" 2>&1 || true
if [ ! -f start.jsa ]; then
    cat "$pipeline.log"
    exit 1
fi
rm -f "$pipeline" "$pipeline.log"
