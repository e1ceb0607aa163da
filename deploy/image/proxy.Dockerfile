# Caddy with the module of the DNS provider that proves the wildcard: https://github.com/caddy-dns lists them.
FROM caddy:2.10.2-builder-alpine AS build
ARG DNS_MODULE=github.com/caddy-dns/cloudflare
RUN xcaddy build v2.10.2 --with ${DNS_MODULE}

FROM caddy:2.10.2-alpine
COPY --from=build /usr/bin/caddy /usr/bin/caddy
