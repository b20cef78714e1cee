# The user that cdc-service reads with, and no right more than it needs.
mysql -uroot -p"$MYSQL_ROOT_PASSWORD" <<SQL
CREATE USER 'dfs'@'%' IDENTIFIED BY '$MYSQL_ROOT_PASSWORD';
GRANT SELECT, RELOAD, SHOW DATABASES, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'dfs'@'%';
SQL
