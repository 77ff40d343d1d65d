package org.awarenessweek.print;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.awarenessweek.Warnings;
import org.awarenessweek.event.SampleEvents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaperTests {

	@Test
	void fetchesNothing(Warnings warnings) throws Exception {
		List<String> asked = new CopyOnWriteArrayList<>();
		HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		elsewhere.createContext("/", (exchange) -> {
			asked.add(exchange.getRequestURI().getPath());
			exchange.sendResponseHeaders(404, -1);
			exchange.close();
		});
		elsewhere.start();
		try {
			byte[] pdf = TestPaper.paper()
				.print("fetching", Map.of("elsewhere", "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/"),
						SampleEvents.SENT)
				.content();
			assertThat(TestPaper.spoken(pdf)).contains("Words", "Link");
			assertThat(asked).isEmpty();
			warnings.expect("was rejected by resource access controller");
			warnings.expect("Unable to load CSS");
		}
		finally {
			elsewhere.stop(0);
		}
	}

}
