package org.awarenessweek.page;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What the nodes that share a database tell each other: the number of the latest change
 * of what pages show. One transaction after the other takes a number, so whoever sees one
 * sees all changes up to it.
 */
@Component
class OtherNodes {

	private final JdbcClient database;

	private final Pages pages;

	private final AtomicLong known = new AtomicLong(-1);

	OtherNodes(JdbcClient database, Pages pages) {
		this.database = database;
		this.pages = pages;
	}

	/** Takes the next number for a change, in the change's own transaction. */
	long tell() {
		this.database.sql("update page_change set number = number + 1").update();
		return latest();
	}

	/** Says that this node has forgotten all pages that are older than a change. */
	void know(long number) {
		this.known.accumulateAndGet(number, Math::max);
	}

	/**
	 * Forgets the pages if there was a change that this node does not know. At a fixed
	 * rate, it waits for no other task.
	 */
	@Scheduled(fixedRateString = "${page.other-nodes:2s}")
	void listen() {
		long latest = latest();
		if (this.known.getAndSet(latest) != latest) {
			this.pages.changed();
		}
	}

	private long latest() {
		return this.database.sql("select number from page_change").query(Long.class).single();
	}

}
