package org.reps.mentoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port that belongs to this run, also before somebody listens at it and when nobody does any more: as long as a
 * socket that does not listen has it, the system (Linux) gives it only to who asks for it.
 */
public final class ReservedPort {

    private ReservedPort() {}

    /** What holds the port until it is closed; whoever connects while no server listens there is refused. */
    public static Socket reserved() {
        try {
            var socket = new Socket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
