package org.awarenessweek.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.awarenessweek.mail.TestMailServer;

/**
 * Leads to the mail server until it is cut. From then on it takes every connection and
 * says nothing, so that emails wait.
 */
final class MailLine implements AutoCloseable {

	private final ServerSocket door;

	private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

	private volatile boolean cut;

	MailLine() {
		try {
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.startVirtualThread(this::answer);
	}

	int port() {
		return this.door.getLocalPort();
	}

	void cut() {
		this.cut = true;
	}

	private void answer() {
		try {
			while (true) {
				Socket caller = keep(this.door.accept());
				if (!this.cut) {
					Socket server = keep(new Socket(InetAddress.getLoopbackAddress(), TestMailServer.port()));
					Thread.startVirtualThread(() -> lead(caller, server));
					Thread.startVirtualThread(() -> lead(server, caller));
				}
			}
		}
		catch (IOException ex) {
			// It was closed
		}
	}

	private Socket keep(Socket socket) {
		this.open.add(socket);
		return socket;
	}

	private static void lead(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// One of them left
		}
	}

	@Override
	public void close() {
		try {
			this.door.close();
			for (Socket socket : this.open) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
