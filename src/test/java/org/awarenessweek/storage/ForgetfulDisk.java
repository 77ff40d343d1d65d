package org.awarenessweek.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that keeps only what was forced, as after a power cut. H2 files of the scheme
 * {@code forgetful:} are kept as of their last {@code force}; {@link #afterPowerCut}
 * writes that state to a file of its own.
 */
public class ForgetfulDisk extends FilePathWrapper {

	private static final Map<String, byte[]> FORCED = new ConcurrentHashMap<>();

	private static final Map<String, Integer> SYNCS = new ConcurrentHashMap<>();

	private static volatile boolean broken;

	private static volatile boolean full;

	private static volatile Runnable slow = () -> {
	};

	/** Registers it with H2. */
	static void plugIn() {
		FilePath.register(new ForgetfulDisk());
	}

	/** Writes what a power cut now would leave of a file. */
	static void afterPowerCut(Path file, Path copy) throws IOException {
		Files.write(copy, FORCED.getOrDefault(file.toString(), new byte[0]));
	}

	/** How often a file was forced. */
	static int syncs(Path file) {
		return SYNCS.getOrDefault(file.toString(), 0);
	}

	/** From now on nothing can be forced. */
	static void breakDown() {
		broken = true;
	}

	/** From now on nothing can be written. */
	static void fill() {
		full = true;
	}

	/** From now on whatever is forced waits until this returns. */
	static void slowDown(Runnable wait) {
		slow = wait;
	}

	static void repair() {
		broken = false;
		full = false;
		slow = () -> {
		};
	}

	@Override
	public String getScheme() {
		return "forgetful";
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new Channel(getBase().toString(), getBase().open(mode));
	}

	private static final class Channel extends FileBase {

		private final String name;

		private final FileChannel file;

		private Channel(String name, FileChannel file) {
			this.name = name;
			this.file = file;
		}

		@Override
		public void force(boolean metaData) throws IOException {
			if (broken) {
				throw new IOException("no space left on device");
			}
			slow.run();
			SYNCS.merge(this.name, 1, Integer::sum);
			ByteBuffer content = ByteBuffer.allocate((int) this.file.size());
			int read;
			do {
				read = this.file.read(content, content.position());
			}
			while (read > 0);
			FORCED.put(this.name, content.array());
		}

		@Override
		public int read(ByteBuffer target, long position) throws IOException {
			return this.file.read(target, position);
		}

		@Override
		public int write(ByteBuffer source, long position) throws IOException {
			if (full) {
				throw new IOException("No space left on device");
			}
			return this.file.write(source, position);
		}

		@Override
		public int read(ByteBuffer target) throws IOException {
			return this.file.read(target);
		}

		@Override
		public int write(ByteBuffer source) throws IOException {
			return this.file.write(source);
		}

		@Override
		public long position() throws IOException {
			return this.file.position();
		}

		@Override
		public FileChannel position(long position) throws IOException {
			this.file.position(position);
			return this;
		}

		@Override
		public long size() throws IOException {
			return this.file.size();
		}

		@Override
		public FileChannel truncate(long size) throws IOException {
			this.file.truncate(size);
			return this;
		}

		@Override
		public FileLock tryLock(long position, long size, boolean shared) throws IOException {
			return this.file.tryLock(position, size, shared);
		}

		@Override
		protected void implCloseChannel() throws IOException {
			this.file.close();
		}

	}

}
