import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Many people at once, each on a connection and from an address of their own: 95 of 100
 * requests read any public page with a query that nobody asked before, 5 sign the pledge.
 * A third of the people are slow: they read their answer, or send their headers or their
 * form, a few bytes at a time. Nothing but an answer, or 429 or 503 with Retry-After, is
 * right.
 *
 * {@code java Storm.java URL PID SECONDS CONNECTIONS FILE_FOR_ACKNOWLEDGED}
 */
final class Storm {

	private static final List<String> FEEDS = List.of("/calendar.ics", "/calendar.atom", "/calendar.csv", "/calendar.json",
			"/calendar/programme.pdf", "/calendar/sample-1.ics", "/calendar/sample-1/poster.pdf", "/card.png",
			"/calendar/sample-1/card.png", "/pledge/card.png", "/pledge/count.json", "/pledge/badge.svg", "/calendar/embed",
			"/sitemap.xml");

	/** What is really asked of the site with another answer each time. */
	private static final List<String> SEARCHES = List.of("/calendar?q=", "/pledge/wall?q=", "/calendar?format=online&q=",
			"/pledge/wall/organisations?q=");

	private static final int PATIENCE = 30_000;

	private final URI site;

	private final long end;

	private final List<String> pages = new ArrayList<>(FEEDS);

	private final PrintWriter acknowledged;

	private final AtomicInteger pledges = new AtomicInteger();

	private final Map<String, AtomicLong> answers = new ConcurrentSkipListMap<>();

	private final Map<String, AtomicLong> wrong = new ConcurrentSkipListMap<>();

	private final Latencies reads = new Latencies();

	private final Latencies writes = new Latencies();

	private Storm(URI site, int seconds, Path acknowledged) throws IOException {
		this.site = site;
		this.end = System.nanoTime() + seconds * 1_000_000_000L;
		this.acknowledged = new PrintWriter(Files.newBufferedWriter(acknowledged));
	}

	public static void main(String[] arguments) throws Exception {
		int seconds = Integer.parseInt(arguments[2]);
		Storm storm = new Storm(URI.create(arguments[0]), seconds, Path.of(arguments[4]));
		Memory memory = new Memory(arguments[1]);
		storm.findPages();
		try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
				Person person = storm.new Person(i);
				people.submit(person::visit);
			}
			for (long left = seconds; left > 0; left = (storm.end - System.nanoTime()) / 1_000_000_000) {
				memory.look();
				System.err.printf("%4d s left  %s  %s %s%n", left, memory, storm.answers, storm.wrong);
				Thread.sleep(1000 * Math.min(10, left));
			}
		}
		storm.acknowledged.close();
		storm.report(memory, seconds);
	}

	/** All that the site map has, and what is there for machines. */
	private void findPages() throws IOException {
		try (InputStream map = this.site.resolve("/sitemap.xml").toURL().openStream()) {
			Pattern.compile("<loc>[^<]*?//[^/]*(/[^<]*)</loc>")
				.matcher(new String(map.readAllBytes(), StandardCharsets.UTF_8))
				.results()
				.map((MatchResult found) -> found.group(1))
				.forEach(this.pages::add);
		}
	}

	private void report(Memory memory, int seconds) {
		System.out.printf("| what | figure | goal | met |%n| --- | --- | --- | --- |%n");
		System.out.printf("| answers in %d s | %s | | |%n", seconds, this.answers);
		row("anything but an answer, or 429 or 503 with `Retry-After`", this.wrong.isEmpty() ? "none" : this.wrong.toString(), "none",
				this.wrong.isEmpty());
		System.out.printf("| reads by those who are not slow | %s | | |%n", this.reads);
		System.out.printf("| pledges by those who are not slow | %s | | |%n", this.writes);
		row("heap after collection, MB, from the second quarter to the last", memory.growth(memory.heap), "flat: at most 10 % more",
				memory.flat(memory.heap));
		row("resident memory, MB, from the second quarter to the last", memory.growth(memory.resident), "flat: at most 10 % more",
				memory.flat(memory.resident));
	}

	private static void row(String what, String figure, String goal, boolean met) {
		System.out.printf("| %s | %s | %s | %s |%n", what, figure, goal, met ? "yes" : "**no**");
	}

	private static void count(Map<String, AtomicLong> where, String what) {
		where.computeIfAbsent(what, (unused) -> new AtomicLong()).incrementAndGet();
	}

	private enum Pace {

		QUICK, READS_SLOWLY, SENDS_HEADERS_SLOWLY, SENDS_FORM_SLOWLY

	}

	/** One connection, opened again whenever the site closes it. */
	private final class Person {

		private final Random random;

		private final Pace pace;

		private final String address;

		private Socket socket;

		private InputStream in;

		Person(int number) {
			this.random = new Random(number);
			this.pace = (number % 3 == 0) ? Pace.values()[1 + number / 3 % 3] : Pace.QUICK;
			this.address = "127.1." + number / 250 + "." + (1 + number % 250);
		}

		void visit() {
			while (System.nanoTime() < Storm.this.end) {
				boolean signs = this.random.nextInt(20) == 0;
				String email = "storm" + Storm.this.pledges.incrementAndGet() + "@example.org";
				long began = System.nanoTime();
				try {
					Answer answer = ask(signs ? pledge(email) : read());
					if (this.pace == Pace.QUICK) {
						(signs ? Storm.this.writes : Storm.this.reads).add(System.nanoTime() - began);
					}
					judge(answer, signs, email);
				}
				catch (IOException ex) {
					// Whoever is slow may be in the middle of something when it is over
					if (this.pace == Pace.QUICK || System.nanoTime() < Storm.this.end) {
						count(Storm.this.wrong, this.pace + " " + ex.getClass().getSimpleName() + " " + ex.getMessage());
					}
					close();
				}
			}
			close();
		}

		private void judge(Answer answer, boolean signs, String email) throws IOException {
			count(Storm.this.answers, String.valueOf(answer.status));
			boolean later = answer.status == 429 || answer.status == 503;
			if (signs && answer.status == 303 || signs && answer.status == 302) {
				synchronized (Storm.this.acknowledged) {
					Storm.this.acknowledged.println(email);
				}
			}
			else if (later && !answer.headers.containsKey("retry-after")) {
				count(Storm.this.wrong, answer.status + " without Retry-After");
			}
			else if (!later && (signs || answer.status != 200)) {
				count(Storm.this.wrong, this.pace + " " + answer.status + " for " + (signs ? "a pledge" : answer.path));
			}
			if (answer.closing()) {
				close();
			}
			if (answer.status == 503) {
				pause(1000);
			}
		}

		private Request read() {
			String fresh = Long.toString(this.random.nextLong() & Long.MAX_VALUE, 36);
			if (this.random.nextInt(10) == 0) {
				return new Request("GET", SEARCHES.get(this.random.nextInt(SEARCHES.size())) + fresh.substring(0, 3), "");
			}
			String page = Storm.this.pages.get(this.random.nextInt(Storm.this.pages.size()));
			return new Request("GET", page + "?x=" + fresh, "");
		}

		private Request pledge(String email) {
			return new Request("POST", "/pledge", "kind=MYSELF&name=Ada+Byron&role=MIDWIFE&country=GB-ENG&nameShown=true&email="
					+ URLEncoder.encode(email, StandardCharsets.UTF_8));
		}

		/**
		 * Asks again on a new connection, as browsers do (RFC 9112, section 9.3.1), if the site had closed this one for being
		 * idle: whoever reads slowly is still at an answer that was sent long ago.
		 */
		private Answer ask(Request request) throws IOException {
			boolean fresh = this.socket == null;
			try {
				return askOnce(request);
			}
			catch (ClosedException ex) {
				if (fresh) {
					throw ex;
				}
				close();
				count(Storm.this.answers, "idle connection closed");
				return askOnce(request);
			}
		}

		private Answer askOnce(Request request) throws IOException {
			open();
			OutputStream out = this.socket.getOutputStream();
			byte[] head = request.head(Storm.this.site).getBytes(StandardCharsets.US_ASCII);
			byte[] body = request.body.getBytes(StandardCharsets.US_ASCII);
			try {
				send(out, head, this.pace == Pace.SENDS_HEADERS_SLOWLY);
				send(out, body, this.pace == Pace.SENDS_FORM_SLOWLY);
				this.in.mark(1);
				if (this.in.read() < 0) {
					throw new ClosedException("closed without an answer");
				}
				this.in.reset();
			}
			catch (SocketException ex) {
				throw new ClosedException(ex.getMessage());
			}
			return Answer.read(this.in, request.path);
		}

		/** Slowly: the whole in some 4 seconds. */
		private void send(OutputStream out, byte[] bytes, boolean slowly) throws IOException {
			int step = slowly ? Math.max(1, bytes.length / 40) : Math.max(1, bytes.length);
			for (int at = 0; at < bytes.length; at += step) {
				out.write(bytes, at, Math.min(step, bytes.length - at));
				if (slowly) {
					pause(100);
				}
			}
		}

		private void open() throws IOException {
			if (this.socket == null) {
				this.socket = new Socket();
				if (this.pace == Pace.READS_SLOWLY) {
					this.socket.setReceiveBufferSize(2048);
				}
				this.socket.setTcpNoDelay(true);
				this.socket.setSoTimeout(PATIENCE);
				this.socket.bind(new InetSocketAddress(this.address, 0));
				this.socket.connect(new InetSocketAddress(Storm.this.site.getHost(), Storm.this.site.getPort()), PATIENCE);
				InputStream raw = this.socket.getInputStream();
				this.in = (this.pace == Pace.READS_SLOWLY) ? new BufferedInputStream(new SlowStream(raw), 512)
						: new BufferedInputStream(raw, 16_384);
			}
		}

		private void close() {
			try {
				if (this.socket != null) {
					this.socket.close();
				}
			}
			catch (IOException ex) {
				// it is closed, then
			}
			this.socket = null;
		}

	}

	private static void pause(long milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private record Request(String method, String path, String body) {

		String head(URI site) {
			String host = site.getAuthority();
			return this.method + " " + this.path + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\n"
					+ "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\nAccept-Encoding: gzip\r\n"
					+ (this.body.isEmpty() ? "" : "Origin: " + site + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
							+ this.body.length() + "\r\n")
					+ "\r\n";
		}

	}

	/** An answer that came to its end. */
	private record Answer(String path, int status, Map<String, String> headers) {

		boolean closing() {
			return "close".equalsIgnoreCase(this.headers.get("connection"));
		}

		static Answer read(InputStream in, String path) throws IOException {
			String first = line(in);
			if (!first.startsWith("HTTP/1.1 ")) {
				throw new IOException("no answer but " + first);
			}
			Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			for (String line = line(in); !line.isEmpty(); line = line(in)) {
				int colon = line.indexOf(':');
				headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
			}
			if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
				for (int size = size(in); size > 0; size = size(in)) {
					in.skipNBytes(size + 2L);
				}
				line(in);
			}
			else {
				in.skipNBytes(Long.parseLong(headers.getOrDefault("Content-Length", "0")));
			}
			return new Answer(path.replaceFirst("\\?.*", ""), Integer.parseInt(first.substring(9, 12)), headers);
		}

		private static int size(InputStream in) throws IOException {
			return Integer.parseInt(line(in).replaceFirst(";.*", ""), 16);
		}

		private static String line(InputStream in) throws IOException {
			StringBuilder line = new StringBuilder();
			for (int next = in.read(); next != '\n'; next = in.read()) {
				if (next < 0) {
					throw new EOFException("closed within an answer");
				}
				if (next != '\r') {
					line.append((char) next);
				}
			}
			return line.toString();
		}

	}

	/** Not a byte of an answer came. */
	private static final class ClosedException extends IOException {

		private static final long serialVersionUID = 1L;

		ClosedException(String how) {
			super(how);
		}

	}

	/** Half a kilobyte, ten times a second. */
	private static final class SlowStream extends InputStream {

		private final InputStream from;

		SlowStream(InputStream from) {
			this.from = from;
		}

		@Override
		public int read() throws IOException {
			return this.from.read();
		}

		@Override
		public int read(byte[] into, int offset, int length) throws IOException {
			pause(100);
			return this.from.read(into, offset, Math.min(length, 512));
		}

	}

	/** How many took how long, to within 5 %. */
	private static final class Latencies {

		private static final double STEP = Math.log(1.05);

		private final AtomicLongArray counts = new AtomicLongArray(512);

		void add(long nanoseconds) {
			this.counts.incrementAndGet((int) Math.min(511, Math.log(Math.max(1, nanoseconds / 1000)) / STEP));
		}

		private double percentile(double part) {
			long all = 0;
			for (int i = 0; i < 512; i++) {
				all += this.counts.get(i);
			}
			long left = (long) (all * part);
			int i = 0;
			while (i < 511 && (left -= this.counts.get(i)) >= 0) {
				i++;
			}
			return Math.exp((i + 1) * STEP) / 1000;
		}

		@Override
		public String toString() {
			return "median %.1f ms, 99 %% within %.0f ms".formatted(percentile(0.5), percentile(0.99));
		}

	}

	/** What the site's process has in memory, by the kernel and by its own account. */
	private static final class Memory {

		private final List<Double> resident = new ArrayList<>();

		private final List<Double> heap = new ArrayList<>();

		private final String pid;

		Memory(String pid) {
			this.pid = pid;
		}

		void look() throws IOException {
			this.resident.add(kilobytes("VmRSS:\\s*(\\d+) kB", Files.readString(Path.of("/proc", this.pid, "status"))));
			jcmd("GC.run");
			this.heap.add(kilobytes("(?m)^(?! *(?:Metaspace|class)).*used (\\d+)K", jcmd("GC.heap_info")));
		}

		private static double kilobytes(String pattern, String text) {
			return Pattern.compile(pattern).matcher(text).results().mapToDouble((found) -> Double.parseDouble(found.group(1))).sum() / 1024;
		}

		private String jcmd(String what) throws IOException {
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), this.pid, what).start();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}

		private static double middle(List<Double> figures, int quarter) {
			int size = figures.size();
			return figures.subList(size * (quarter - 1) / 4, Math.max(size * (quarter - 1) / 4 + 1, size * quarter / 4))
				.stream()
				.sorted()
				.skip(size / 8)
				.findFirst()
				.orElse(0.0);
		}

		boolean flat(List<Double> figures) {
			return middle(figures, 4) <= 1.1 * middle(figures, 2);
		}

		String growth(List<Double> figures) {
			return "%.0f to %.0f".formatted(middle(figures, 2), middle(figures, 4));
		}

		@Override
		public String toString() {
			return "resident %.0f MB, heap %.0f MB".formatted(this.resident.getLast(), this.heap.getLast());
		}

	}

}
