package org.awarenessweek.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A line to a server, which can be cut, or pass nothing on for a while. */
final class Line implements AutoCloseable {

	private final int server;

	private final ServerSocket end;

	private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();

	private final Object flow = new Object();

	private volatile boolean cut;

	private boolean held;

	/**
	 * @param server the server's port on this machine
	 */
	Line(int server) throws IOException {
		this.server = server;
		this.end = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return this.end.getLocalPort();
	}

	/** Ends all connections, and each new one. */
	void cut() throws IOException {
		this.cut = true;
		for (Socket connection = this.connections.poll(); connection != null; connection = this.connections.poll()) {
			connection.close();
		}
	}

	/** From now on nobody hears anything. */
	void hold() {
		synchronized (this.flow) {
			this.held = true;
		}
	}

	/** From now on everything passes. */
	void mend() {
		this.cut = false;
		synchronized (this.flow) {
			this.held = false;
			this.flow.notifyAll();
		}
	}

	private void accept() {
		try {
			while (true) {
				Socket near = this.end.accept();
				if (this.cut) {
					near.close();
					continue;
				}
				Socket far = new Socket(InetAddress.getLoopbackAddress(), this.server);
				this.connections.add(near);
				this.connections.add(far);
				Thread.ofVirtual().start(() -> pass(near, far));
				Thread.ofVirtual().start(() -> pass(far, near));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void pass(Socket from, Socket to) {
		byte[] some = new byte[8192];
		try (from; to) {
			for (int read = from.getInputStream().read(some); read >= 0; read = from.getInputStream().read(some)) {
				awaitFlow();
				to.getOutputStream().write(some, 0, read);
			}
		}
		catch (IOException ex) {
			// one side has gone
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void awaitFlow() throws InterruptedException {
		synchronized (this.flow) {
			while (this.held) {
				this.flow.wait();
			}
		}
	}

	@Override
	public void close() throws IOException {
		mend();
		cut();
		this.end.close();
	}

}
