package dev.darkroom.job;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A process of its own that runs a queue and keeps submitting jobs to it, there to be killed. */
final class QueueProcess {

    private static final Duration EVALUATION = Duration.ofMillis(10);

    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);

    private QueueProcess(Process process) {
        this.process = process;
    }

    /** The child: data directory, first seed, number of jobs, steps of each, then settings. */
    public static void main(String[] arguments) throws InterruptedException {
        Jobs jobs = QueueApplication.start(
                        Path.of(arguments[0]),
                        new FakeGenerator(EVALUATION),
                        Arrays.copyOfRange(arguments, 4, arguments.length))
                .getBean(Jobs.class);
        System.out.println("ready");
        long firstSeed = Long.parseLong(arguments[1]);
        int steps = Integer.parseInt(arguments[3]);
        for (long seed = firstSeed; seed < firstSeed + Integer.parseInt(arguments[2]); seed++) {
            Job job = jobs.submit(Requests.submission(seed, steps));
            System.out.println("accepted " + job.id() + " " + seed);
            Thread.sleep(5);
        }
        System.out.println("submitted");
        Thread.currentThread().join();
    }

    /** Starts a child; the jobs it says it accepted go into {@code accepted}, by id with their seed. */
    static QueueProcess start(
            Path data, long firstSeed, int jobs, int steps, Map<UUID, Long> accepted, String... settings)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                QueueProcess.class.getName(),
                data.toString(),
                Long.toString(firstSeed),
                Integer.toString(jobs),
                Integer.toString(steps)));
        command.addAll(List.of(settings));
        QueueProcess child = new QueueProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        Thread reader = new Thread(() -> child.read(accepted), "child-output");
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    void awaitReady() throws InterruptedException {
        if (!ready.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the child did not start");
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGSTOP, at a moment when the process does not hold the database's write lock. */
    void stall(Path database) throws IOException, InterruptedException {
        signal("STOP");
        String url = "jdbc:sqlite:" + database + "?busy_timeout=100&transaction_mode=IMMEDIATE";
        for (int attempt = 0; attempt < 100; attempt++) {
            try (Connection connection = DriverManager.getConnection(url)) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("delete from job where 1 = 0");
                connection.rollback();
                return;
            } catch (SQLException locked) {
                signal("CONT");
                Thread.sleep(7);
                signal("STOP");
            }
        }
        throw new IllegalStateException("the child always holds the lock");
    }

    /** SIGCONT. */
    void wake() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** SIGTERM; the exit status. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("the child did not stop within 30 seconds of SIGTERM");
        }
        return process.exitValue();
    }

    private void read(Map<UUID, Long> accepted) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                switch (words[0]) {
                    case "ready" -> ready.countDown();
                    case "accepted" -> accepted.put(UUID.fromString(words[1]), Long.valueOf(words[2]));
                    case "submitted" -> {}
                    default -> System.out.println("child: " + line);
                }
            }
        } catch (IOException closed) {
            ready.countDown();
        }
    }

    private static String classPath() {
        ClassLoader loader = QueueProcess.class.getClassLoader();
        if (loader instanceof URLClassLoader ofLauncher) {
            return Arrays.stream(ofLauncher.getURLs())
                    .map(URL::getPath)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    static Map<UUID, Long> accepted() {
        return new ConcurrentHashMap<>();
    }
}
