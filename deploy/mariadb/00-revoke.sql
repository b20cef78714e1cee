-- The image gives its user all rights in its schema. The next file grants the rights that the services need.
REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'dfs'@'%';
