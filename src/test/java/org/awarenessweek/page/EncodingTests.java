package org.awarenessweek.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EncodingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "gzip, deflate, br, zstd | BROTLI", "gzip | GZIP", "GZIP;q=1.0 | GZIP", "br;q=0, gzip | GZIP",
					"br;q=0.000,gzip;q=0.5 | GZIP", "identity, br;q=0.1 | BROTLI", "brotli, gzip | GZIP" })
	void isTheBestThatTheClientUnderstands(String accepted, Encoding best) {
		assertThat(Encoding.best(accepted)).isEqualTo(best);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "identity", "deflate, zstd", "gzip;q=0", "gzip; q=0.0, br;q=0", "xgzip", ";;,," })
	void isNoneWhereTheClientUnderstandsNone(String accepted) {
		assertThat(Encoding.best(accepted)).isNull();
	}

	/** On the systems that the build runs on, its library is there. */
	@Test
	void offersBrotli() {
		assertThat(Encoding.BROTLI.available()).isTrue();
	}

}
