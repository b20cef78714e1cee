#!/bin/bash
# Whether the service on this port of the container is ready: its own probe says 200.
exec 3<> "/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
