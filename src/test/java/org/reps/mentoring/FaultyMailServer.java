package org.reps.mentoring;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in front of a real mail server and spoils the conversation as a test wants it: everything that is not spoiled
 * is passed on line by line. Its port stays the same, also while it refuses connections.
 */
public final class FaultyMailServer implements Closeable {

    private final int realServer;
    private final int port;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger drops = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile boolean stalls;
    private volatile Duration pause = Duration.ZERO;
    private volatile ServerSocket door;

    public FaultyMailServer(int realServer) {
        this.realServer = realServer;
        open(0);
        this.port = door.getLocalPort();
    }

    public int port() {
        return port;
    }

    /** From now on nobody listens. */
    public void refuseConnections() {
        close();
    }

    /** From now on it accepts connections and says nothing, not even its name. */
    public void stall() {
        stalls = true;
    }

    /** From now on every line that begins like this is answered with that, and not passed on. */
    public void answer(String line, String answer) {
        answers.put(line, answer);
    }

    /** The next time a mail has been accepted, the connection breaks before anybody hears of it. */
    public void dropAfterData() {
        drops.incrementAndGet();
    }

    /** From now on it takes so long from accepting a mail to saying so. */
    public void sayLater(Duration pause) {
        this.pause = pause;
    }

    /** How many connections were open at the same time, at most. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** From now on there are no faults. */
    public void repair() {
        stalls = false;
        answers.clear();
        drops.set(0);
        mostAtOnce.set(0);
        pause = Duration.ZERO;
        clients.forEach(FaultyMailServer::hangUp);
        if (door.isClosed()) {
            open(port);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clients.forEach(FaultyMailServer::hangUp);
    }

    private void open(int wanted) {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            door = opened;
            inBackground(() -> welcome(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome(ServerSocket opened) throws IOException {
        while (!opened.isClosed()) {
            var client = opened.accept();
            clients.add(client);
            mostAtOnce.accumulateAndGet(clients.size(), Math::max);
            inBackground(() -> {
                try (client) {
                    if (stalls) {
                        // Until the client loses its patience.
                        client.getInputStream().read();
                    } else {
                        converse(client);
                    }
                } finally {
                    clients.remove(client);
                }
            });
        }
    }

    private void converse(Socket client) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), realServer)) {
            var fromClient = reader(client);
            var fromServer = reader(server);
            passAnswer(fromServer, client);
            String line;
            while ((line = fromClient.readLine()) != null) {
                var spoiled = spoiled(line);
                if (spoiled.isPresent()) {
                    say(client, spoiled.get());
                    continue;
                }
                say(server, line);
                if (passAnswer(fromServer, client).startsWith("354")
                        && !passMail(fromClient, server, fromServer, client)) {
                    return;
                }
            }
        }
    }

    /** @return whether the conversation goes on */
    private boolean passMail(BufferedReader fromClient, Socket server, BufferedReader fromServer, Socket client)
            throws IOException {
        String line;
        do {
            line = fromClient.readLine();
            if (line == null) {
                return false;
            }
            var spoiled = line.equals(".") ? spoiled(line) : Optional.<String>empty();
            if (spoiled.isPresent()) {
                say(client, spoiled.get());
                return false;
            }
            say(server, line);
        } while (!line.equals("."));
        var accepted = fromServer.readLine();
        sleep();
        if (drops.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return false;
        }
        say(client, accepted);
        return true;
    }

    private Optional<String> spoiled(String line) {
        return answers.entrySet().stream()
                .filter(answer -> line.startsWith(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void sleep() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the last line of the answer, the only one in which no hyphen follows the code */
    private static String passAnswer(BufferedReader from, Socket to) throws IOException {
        String line;
        do {
            line = from.readLine();
            if (line == null) {
                throw new IOException("The mail server has hung up");
            }
            say(to, line);
        } while (line.startsWith("-", 3));
        return line;
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inBackground(Conversation conversation) {
        var thread = new Thread(() -> {
            try {
                conversation.hold();
            } catch (IOException over) {
                // One of the two has hung up, as they do in these tests.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Conversation {

        void hold() throws IOException;
    }
}
