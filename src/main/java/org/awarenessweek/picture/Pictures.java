package org.awarenessweek.picture;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.awarenessweek.site.Columns;
import org.awarenessweek.work.RetryOnConflict;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures of all events, in the database under their hashes. One that no event has
 * is deleted after a day: long enough to send the form that it came with.
 */
@Service
public class Pictures {

	private static final Duration UNUSED = Duration.ofDays(1);

	private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

	private final JdbcClient database;

	private final Clock clock;

	public Pictures(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** Keeps a picture for a day, or for another. */
	@RetryOnConflict
	@Transactional
	public void keep(SmallPicture picture) {
		var now = Columns.moment(this.clock.instant());
		if (this.database.sql("update picture set kept_at = ? where hash = ?")
			.params(now, picture.hash())
			.update() == 0) {
			this.database.sql("insert into picture (hash, jpeg, width, height, kept_at) values (?, ?, ?, ?, ?)")
				.params(picture.hash(), picture.jpeg(), picture.size().width(), picture.size().height(), now)
				.update();
		}
	}

	/** How large a kept picture is. */
	public Optional<Size> size(@Nullable String hash) {
		return (hash == null || !hash.matches("[0-9a-f]{64}")) ? Optional.empty()
				: this.database.sql("select width, height from picture where hash = ?")
					.param(hash)
					.query((row, number) -> new Size(row.getInt(1), row.getInt(2)))
					.optional();
	}

	/** The content of a kept picture: a JPEG file. */
	public Optional<byte[]> content(String hash) {
		return this.database.sql("select jpeg from picture where hash = ?").param(hash).query(byte[].class).optional();
	}

	@Transactional
	@Scheduled(cron = "0 25 3 * * *", zone = "Europe/London")
	public void deleteUnused() {
		int deleted = this.database.sql("""
				delete from picture where kept_at < ?
				and not exists (select 1 from event where event.picture_hash = picture.hash)
				and not exists (select 1 from event_change where event_change.picture_hash = picture.hash)""")
			.param(Columns.moment(this.clock.instant().minus(UNUSED)))
			.update();
		LOG.info("Deleted {} pictures that no event has", deleted);
	}

}
