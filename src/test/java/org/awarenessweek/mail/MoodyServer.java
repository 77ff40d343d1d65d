package org.awarenessweek.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small SMTP server that misbehaves as it is told: at each step it can answer something
 * else, or end the connection. It takes everything until then.
 */
final class MoodyServer implements AutoCloseable {

	/** What it says when a client comes. */
	static final String GREETING = "GREETING";

	/** What it says to a whole email. */
	static final String BODY = "BODY";

	/** It says nothing, and ends the connection. */
	static final String NOTHING = "";

	private static final Map<String, String> FRIENDLY = Map.of(GREETING, "220 here", "EHLO",
			"250-here\r\n250 AUTH PLAIN LOGIN", "AUTH", "235 welcome", "DATA", "354 go on", "QUIT", "221 bye");

	private final Map<String, String> moods = new ConcurrentHashMap<>();

	private final AtomicInteger taken = new AtomicInteger();

	private final ServerSocket door;

	MoodyServer() throws IOException {
		this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::serve);
	}

	int port() {
		return this.door.getLocalPort();
	}

	/** From now on it answers this to a command. */
	MoodyServer says(String command, String answer) {
		this.moods.put(command, answer);
		return this;
	}

	/** From now on it takes everything. */
	void calmDown() {
		this.moods.clear();
	}

	/** How many emails it has taken. */
	int taken() {
		return this.taken.get();
	}

	private void serve() {
		try {
			while (true) {
				Socket client = this.door.accept();
				Thread.ofVirtual().start(() -> talk(client));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void talk(Socket client) {
		try (client;
				var from = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
			boolean on = answer(client, GREETING);
			while (on) {
				String line = from.readLine();
				if (line == null) {
					return;
				}
				String command = line.split(" ", 2)[0];
				on = answer(client, command);
				if (command.equals("DATA") && on && !this.moods.containsKey("DATA")) {
					while (!".".equals(from.readLine())) {
						// the email
					}
					on = answer(client, BODY);
				}
			}
		}
		catch (IOException ex) {
			// the client has left
		}
	}

	private boolean answer(Socket client, String step) throws IOException {
		String answer = this.moods.getOrDefault(step, FRIENDLY.getOrDefault(step, "250 fine"));
		if (answer.isEmpty()) {
			return false;
		}
		if (step.equals(BODY) && answer.startsWith("250")) {
			this.taken.incrementAndGet();
		}
		client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		return true;
	}

	@Override
	public void close() throws IOException {
		this.door.close();
	}

}
