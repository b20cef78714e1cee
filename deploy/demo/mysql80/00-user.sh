# The user that dpu-service writes with; what it may do is in deploy/grants/target.sql, which is loaded next.
# As an SQL text has it.
password=$(printf '%s' "$MYSQL_ROOT_PASSWORD" | sed -e 's/\\/\\\\/g' -e "s/'/''/g")
MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql -uroot <<SQL
CREATE USER 'dfs'@'%' IDENTIFIED BY '$password';
SQL
