# syntax=docker/dockerfile:1
# Airbridge in a container: packed as npm would publish it, run by a user without rights, its data in /data.
#
#   docker build -t airbridge .
#   docker run --rm --init --network host -v airbridge:/data airbridge serve --reference
#
# Without accounts Airbridge listens on the loopback only, also in a container: either the container shares the host's
# network, as above, or a proxy shares the container's, as in compose.yaml.

FROM node:26-bookworm-slim AS package
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --include=dev --include=optional --no-audit --no-fund
COPY . .
RUN npm pack --silent --pack-destination /tmp \
 && mkdir -p /app/node_modules/airbridge \
 && tar -xzf /tmp/airbridge-*.tgz -C /app/node_modules/airbridge --strip-components=1
WORKDIR /app
# The locked packages, not whatever is newest today. The Nodes that a checkout brings are left out: the image is one.
RUN cp /source/package.json /source/package-lock.json . \
 && mv node_modules/airbridge /tmp/airbridge \
 && npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && mv /tmp/airbridge node_modules/airbridge \
 && rm -rf node_modules/node-linux-* node_modules/node-win-* node_modules/node-bin-darwin-*

FROM node:26-bookworm-slim
ENV NODE_ENV=production AIRBRIDGE_HOME=/data PORT=4020
COPY --from=package /app /app
RUN install -d -o node -g node -m 0700 /data
USER node
WORKDIR /data
VOLUME /data
EXPOSE 4020
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/node_modules/airbridge/bin/airbridge.mjs"]
CMD ["serve"]
