# The user that cdc-service reads with; its rights are in deploy/grants/source.sql, which is loaded next.
# The password with the escapes of an SQL string.
password=$(printf '%s' "$MYSQL_ROOT_PASSWORD" | sed -e 's/\\/\\\\/g' -e "s/'/''/g")
MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql -uroot <<SQL
CREATE USER 'dfs'@'%' IDENTIFIED BY '$password';
SQL
