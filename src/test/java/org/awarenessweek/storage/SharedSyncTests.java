package org.awarenessweek.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SharedSyncTests {

	@Test
	void whoeverWaitedForASyncThatFailedLearnsThatNobodyKnows() throws Exception {
		AtomicInteger syncs = new AtomicInteger();
		SharedSync shared = new SharedSync(() -> {
			if (syncs.incrementAndGet() == 1) {
				throw new SQLException(new IOException("no space left on device"));
			}
		});
		assertThatExceptionOfType(SQLException.class).isThrownBy(shared::await)
			.satisfies((failure) -> assertThat(failure.getSQLState()).isEqualTo("08007"));
		shared.await();
		assertThat(syncs).hasValue(2);
	}

}
