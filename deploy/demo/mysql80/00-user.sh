# The user that dpu-service writes with: the rows, its checkpoint table, and the claim of new keys.
# As an SQL text has it.
password=$(printf '%s' "$MYSQL_ROOT_PASSWORD" | sed -e 's/\\/\\\\/g' -e "s/'/''/g")
mysql -uroot -p"$MYSQL_ROOT_PASSWORD" <<SQL
CREATE USER 'dfs'@'%' IDENTIFIED BY '$password';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, TRIGGER ON store.* TO 'dfs'@'%';
SQL
