# The user that cdc-service reads with, and no right more than it needs.
# As an SQL text has it.
password=$(printf '%s' "$MYSQL_ROOT_PASSWORD" | sed -e 's/\\/\\\\/g' -e "s/'/''/g")
mysql -uroot -p"$MYSQL_ROOT_PASSWORD" <<SQL
CREATE USER 'dfs'@'%' IDENTIFIED BY '$password';
GRANT SELECT, RELOAD, SHOW DATABASES, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'dfs'@'%';
SQL
