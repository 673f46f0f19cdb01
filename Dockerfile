# Hindsight, one server: docker build -t hindsight . && docker run -p 3000:3000 -v hindsight:/data hindsight

FROM node:20-slim AS product
WORKDIR /product
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json vite.config.ts ./
COPY client client
COPY server server
COPY shared shared
RUN npm run build

FROM node:20-slim AS libraries
WORKDIR /libraries
COPY package.json package-lock.json .npmrc ./
# The compiler comes along as a peer of what it checks, SQLite for another C library: no server here runs either.
RUN npm ci --omit=dev --ignore-scripts && rm -r node_modules/typescript node_modules/@typescript && rm -rf node_modules/@libsql/*-musl

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN mkdir -m 700 /data && chown node:node /data
WORKDIR /hindsight
COPY package.json ./
COPY --from=libraries /libraries/node_modules node_modules
COPY --from=product /product/dist dist
USER node
VOLUME /data
EXPOSE 3000
# The process lives; whether it can work is what /readyz says, for whoever sends people there.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm in between, a stop reaches the server.
CMD ["node", "dist/server/main.js"]
