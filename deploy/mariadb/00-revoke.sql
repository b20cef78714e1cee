-- The image lets the user that it makes do anything in its schema. The file after this one has what the services need.
REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'dfs'@'%';
