#!/bin/sh
# The rights that the services need on a Kafka that checks rights (ACLs). Write your user for dfs, and your project for shop.
#   sh kafka.sh --bootstrap-server kafka:9092 --command-config admin.properties
set -eu
kafka-acls.sh "$@" --add --allow-principal User:dfs --operation Create --operation Read --operation Write --resource-pattern-type prefixed --topic dfs.shop.
kafka-acls.sh "$@" --add --allow-principal User:dfs --operation Write --transactional-id dfs-shop-cdc
kafka-acls.sh "$@" --add --allow-principal User:dfs --operation Read --group dfs-shop-dpu
