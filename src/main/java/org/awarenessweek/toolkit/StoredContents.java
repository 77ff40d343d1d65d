package org.awarenessweek.toolkit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

import org.awarenessweek.site.NotFound;
import org.awarenessweek.toolkit.upload.Upload;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The content of all files, in the database. Equal contents are kept once, under their
 * hash, in portions: nobody who fetches a file keeps more than one of them in memory, or
 * a connection to the database while it is sent.
 */
@Component
class StoredContents {

	private static final int PORTION = 256 * 1024;

	private final JdbcClient database;

	StoredContents(JdbcClient database) {
		this.database = database;
	}

	/** Keeps the content of a file, unless it is kept already. */
	@Transactional(propagation = Propagation.MANDATORY)
	void keep(Upload upload) throws IOException {
		if (this.database.sql("select 1 from toolkit_content where hash = ?")
			.param(upload.hash())
			.query()
			.listOfRows()
			.isEmpty()) {
			this.database.sql("insert into toolkit_content (hash, preview) values (?, ?)")
				.param(upload.hash())
				.param(upload.preview())
				.update();
			try (InputStream content = Files.newInputStream(upload.path())) {
				int number = 0;
				for (byte[] portion = content.readNBytes(PORTION); portion.length > 0; portion = content
					.readNBytes(PORTION)) {
					this.database.sql("insert into toolkit_portion (hash, number, bytes) values (?, ?, ?)")
						.params(upload.hash(), number++, portion)
						.update();
				}
			}
		}
	}

	/** Deletes a content if no file has it any more. */
	@Transactional(propagation = Propagation.MANDATORY)
	void dropIfUnused(@Nullable StoredFile file) {
		if (file != null) {
			this.database.sql("""
					delete from toolkit_content where hash = ?
					and not exists (select 1 from toolkit_item where file_hash = toolkit_content.hash)""")
				.param(file.hash())
				.update();
		}
	}

	/**
	 * What pages show of a picture: a small one of it, or the picture itself.
	 * @throws NotFound if nothing of the file is shown
	 */
	byte[] picture(StoredFile file) throws IOException {
		if (!file.isShown()) {
			throw new NotFound();
		}
		return file.previewed() ? this.database.sql("select preview from toolkit_content where hash = ?")
			.param(file.hash())
			.query(byte[].class)
			.single() : of(file).getContentAsByteArray();
	}

	/** The content of a file, read as it is asked for. */
	Resource of(StoredFile file) {
		return new Content(file);
	}

	private byte[] portion(StoredFile file, long number) throws FileNotFoundException {
		return this.database.sql("select bytes from toolkit_portion where hash = ? and number = ?")
			.params(file.hash(), number)
			.query(byte[].class)
			.optional()
			.orElseThrow(() -> new FileNotFoundException("it was removed meanwhile"));
	}

	private final class Content extends AbstractResource {

		private final StoredFile file;

		Content(StoredFile file) {
			this.file = file;
		}

		@Override
		public String getDescription() {
			return this.file.name();
		}

		@Override
		public boolean exists() {
			return true;
		}

		@Override
		public long contentLength() {
			return this.file.size();
		}

		@Override
		public InputStream getInputStream() {
			return new Portions(this.file);
		}

	}

	private final class Portions extends InputStream {

		private final StoredFile file;

		private long at;

		private byte[] portion = {};

		private long number = -1;

		Portions(StoredFile file) {
			this.file = file;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) > 0) ? Byte.toUnsignedInt(one[0]) : -1;
		}

		@Override
		public int read(byte[] into, int from, int most) throws IOException {
			if (this.at >= this.file.size()) {
				return -1;
			}
			if (this.number != this.at / PORTION) {
				this.number = this.at / PORTION;
				this.portion = portion(this.file, this.number);
			}
			int start = (int) (this.at % PORTION);
			int length = Math.min(most, this.portion.length - start);
			System.arraycopy(this.portion, start, into, from, length);
			this.at += length;
			return length;
		}

		@Override
		public long skip(long most) {
			long skipped = Math.clamp(most, 0, this.file.size() - this.at);
			this.at += skipped;
			return skipped;
		}

	}

}
