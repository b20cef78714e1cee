# The user that dpu-service writes with: the rows, its checkpoint table, and the claim of new keys.
mysql -uroot -p"$MYSQL_ROOT_PASSWORD" <<SQL
CREATE USER 'dfs'@'%' IDENTIFIED BY '$MYSQL_ROOT_PASSWORD';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, TRIGGER ON store.* TO 'dfs'@'%';
SQL
