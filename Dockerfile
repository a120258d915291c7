# syntax=docker/dockerfile:1
# The CPU service: a JRE, the jar in layers, the native libraries already unpacked. Build with `docker build -t darkroom .`
# A CUDA image differs in the base of the second stage and in the libtorch it carries; it follows.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY .mvn .mvn
COPY pom.xml ./
# The libraries first: they change seldom, so this layer is kept from build to build.
RUN mvn -B -ntp -DskipTests dependency:go-offline
COPY LICENSE ./
COPY src src
RUN mvn -B -ntp -DskipTests -Dspotless.check.skip=true package \
 && java -Djarmode=tools -jar target/darkroom.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre-noble
# A number, not a name: Kubernetes checks runAsNonRoot by number, and volumes keep their owner.
RUN groupadd --gid 10001 darkroom \
 && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin darkroom \
 && install --directory --owner=10001 --group=10001 /data /models /opt/darkroom-engine

WORKDIR /opt/darkroom
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./

# In a container the service listens to the outside; who may reach it is the network's business.
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080 \
    DARKROOM_DATA_DIR=/data \
    DARKROOM_MODELS_DIR=/models \
    ENGINE_CACHE_DIR=/opt/darkroom-engine \
    LANG=C.UTF-8

USER 10001:10001
# The engine unpacks libtorch at its first use. Doing that here saves it at every start, works with a read-only root,
# and proves with one picture that the image can draw. The data of that run, with its signing key, stay out of the image.
RUN java -Duser.home=/tmp/proof -jar darkroom.jar draw "a smiley face" --seed 42 --steps 2 --out /tmp/proof.png \
      --darkroom.data-dir=/tmp/proof \
 && chmod -R a+rX /opt/darkroom-engine \
 && rm -rf /tmp/*

VOLUME /data
EXPOSE 8080
# Health by way of bash alone: the image needs no curl.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# Exec form, so that SIGTERM reaches Java: running jobs get their drain time and go back to the queue.
# Most memory is native (weights, activations): the heap takes a quarter and says so when it is full.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=25", "-XX:+ExitOnOutOfMemoryError", "-jar", "darkroom.jar"]
