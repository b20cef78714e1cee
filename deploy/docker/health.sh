#!/bin/bash
# Whether the service on this port of the container is ready: its own probe says 200. Where the service redirects HTTP to HTTPS, or does not
# listen by HTTP, it is asked over TLS. The certificate names the host, not this container, so its name is not checked.
ask() { printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n'; }
case ${QUARKUS_HTTP_INSECURE_REQUESTS,,} in
redirect | disabled)
    read -r _ status _ < <(ask | timeout 4 openssl s_client -quiet -connect "127.0.0.1:${QUARKUS_HTTP_SSL_PORT:-8443}" 2> /dev/null)
    ;;
*)
    exec 3<> "/dev/tcp/127.0.0.1/$1" || exit 1
    ask >&3
    read -r -t 4 _ status _ <&3
    ;;
esac
[ "$status" = 200 ]
