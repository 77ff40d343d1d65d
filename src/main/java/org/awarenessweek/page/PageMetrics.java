package org.awarenessweek.page;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/**
 * Says how many requests the kept pages answered, under Micrometer's names for caches.
 */
@Component
class PageMetrics implements MeterBinder {

	private final Pages pages;

	PageMetrics(Pages pages) {
		this.pages = pages;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		gets("hit", registry, (kept) -> kept.hits().sum());
		gets("miss", registry, (kept) -> kept.misses().sum());
		Gauge.builder("cache.size", this.pages, (kept) -> kept.all().synchronous().estimatedSize())
			.tag("cache", "pages")
			.register(registry);
		Gauge
			.builder("cache.weight", this.pages,
					(kept) -> kept.all().synchronous().policy().eviction().orElseThrow().weightedSize().orElse(0))
			.tag("cache", "pages")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
	}

	private void gets(String result, MeterRegistry registry, ToDoubleFunction<Pages> number) {
		FunctionCounter.builder("cache.gets", this.pages, number)
			.tag("cache", "pages")
			.tag("result", result)
			.register(registry);
	}

}
