package org.reps.mentoring;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.net.ExtendedSocketOptions;

/**
 * Stands in front of a real mail server and spoils the conversation as a test wants it: everything that is not spoiled
 * is passed on line by line. Its port stays the same, also while it refuses connections.
 */
public final class FaultyMailServer implements Closeable {

    private final int realServer;
    private final Socket port = ReservedPort.reserved();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Set<Socket> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger drops = new AtomicInteger();
    private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger unheard = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile boolean stalls;
    private volatile boolean dawdles;
    private volatile boolean writesAsciiOnly;
    private volatile ServerSocket door;
    private Thread porter;

    public FaultyMailServer(int realServer) {
        this.realServer = realServer;
        open();
    }

    public int port() {
        return port.getLocalPort();
    }

    /** From now on nobody listens, and the port is still nobody else's. */
    public void refuseConnections() {
        shut();
    }

    /** From now on it accepts connections and says nothing, not even its name. */
    public void stall() {
        stalls = true;
    }

    /**
     * From now on it accepts connections and begins to say its name, line by line, and does not come to the end: who
     * waits for it does not run out of patience.
     */
    public void dawdle() {
        dawdles = true;
    }

    /** Whoever had to wait hears the rest now. */
    public void hurry() {
        dawdles = false;
    }

    /** From now on every line that begins like this is answered with that, and not passed on. */
    public void answer(String line, String answer) {
        answers.put(line, answer);
    }

    /** From now on it does not say that it can write addresses with other letters than those of ASCII. */
    public void writeAsciiOnly() {
        writesAsciiOnly = true;
    }

    /** The next time a mail has been accepted, the connection breaks before anybody hears of it. */
    public void dropAfterData() {
        drops.incrementAndGet();
    }

    /** Once so many more mails have been accepted and that was said, it accepts others and does not say so. */
    public void fallSilentAfter(int mails) {
        unheard.set(0);
        answersLeft.set(mails);
    }

    /** How many mails it has accepted without saying so since it was to fall silent. */
    public int unheard() {
        return unheard.get();
    }

    /**
     * How many connections somebody wants something of now. That is over as soon as the last answer to a mail is on its
     * way, or the client has said goodbye or hung up: when this is noticed here later, the next may have come already.
     */
    public int atOnce() {
        return busy.size();
    }

    /** How many of these there were at the same time, at most. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** From now on there are no faults. */
    public void repair() {
        // First of all, so that nobody who suffers from a fault is served after all.
        clients.forEach(FaultyMailServer::hangUp);
        stalls = false;
        dawdles = false;
        writesAsciiOnly = false;
        answers.clear();
        drops.set(0);
        answersLeft.set(Integer.MAX_VALUE);
        busy.clear();
        mostAtOnce.set(0);
        if (door.isClosed()) {
            open();
        }
    }

    @Override
    public void close() {
        shut();
        hangUp(port);
    }

    private void shut() {
        try {
            door.close();
            // As long as somebody waits at the door the port is taken.
            porter.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        clients.forEach(FaultyMailServer::hangUp);
    }

    private void open() {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
            door = opened;
            porter = inBackground(() -> welcome(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome(ServerSocket opened) throws IOException {
        while (!opened.isClosed()) {
            var client = opened.accept();
            // A mail is passed on line by line: each would wait for the one before to be acknowledged.
            client.setTcpNoDelay(true);
            clients.add(client);
            busy.add(client);
            mostAtOnce.accumulateAndGet(busy.size(), Math::max);
            inBackground(() -> {
                try (client) {
                    if (stalls) {
                        // Until the client loses its patience.
                        client.getInputStream().read();
                    } else {
                        converse(client);
                    }
                } finally {
                    busy.remove(client);
                    clients.remove(client);
                }
            });
        }
    }

    private void converse(Socket client) throws IOException {
        while (dawdles) {
            say(client, "220-Please wait");
            requireStillThere(client);
        }
        try (var server = new Socket(InetAddress.getLoopbackAddress(), realServer)) {
            server.setTcpNoDelay(true);
            var fromClient = reader(client);
            var fromServer = reader(server);
            passAnswer(fromServer, client);
            String line;
            while ((line = fromClient.readLine()) != null) {
                if (line.startsWith("QUIT")) {
                    busy.remove(client);
                }
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
                busy.remove(client);
                say(client, spoiled.get());
                return false;
            }
            say(server, line);
        } while (!line.equals("."));
        var accepted = fromServer.readLine();
        if (answersLeft.getAndDecrement() <= 0) {
            unheard.incrementAndGet();
            // Until the client is gone.
            client.getInputStream().read();
            return false;
        }
        if (drops.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return false;
        }
        busy.remove(client);
        say(client, accepted);
        return true;
    }

    private Optional<String> spoiled(String line) {
        return answers.entrySet().stream()
                .filter(answer -> line.startsWith(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Nobody says anything before they are greeted, so this takes a moment for who is still there. */
    private static void requireStillThere(Socket client) throws IOException {
        client.setSoTimeout(100);
        try {
            client.getInputStream().read();
            throw new IOException("The client has hung up");
        } catch (SocketTimeoutException stillThere) {
            client.setSoTimeout(0);
        }
    }

    /** @return the last line of the answer, the only one in which no hyphen follows the code */
    private String passAnswer(BufferedReader from, Socket to) throws IOException {
        String line;
        do {
            line = from.readLine();
            if (line == null) {
                throw new IOException("The mail server has hung up");
            }
            say(to, writesAsciiOnly ? line.replace("SMTPUTF8", "HELP") : line);
        } while (line.startsWith("-", 3));
        return line;
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(acknowledging(socket), StandardCharsets.ISO_8859_1));
    }

    /**
     * Tells the other side at once what has arrived, where the machine can: both write a line in pieces, and the system
     * keeps the second piece back for 40 ms until the first is acknowledged – half the time of all process tests.
     */
    private static InputStream acknowledging(Socket socket) throws IOException {
        var can = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        return new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (can) {
                    // It holds until the next answer only.
                    socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
                }
                return super.read(into, from, length);
            }
        };
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread inBackground(Conversation conversation) {
        var thread = new Thread(() -> {
            try {
                conversation.hold();
            } catch (IOException over) {
                // One of the two has hung up, as they do in these tests.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Conversation {

        void hold() throws IOException;
    }
}
