package org.awarenessweek.watch;

import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.system.DiskSpaceMetricsBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes figures of what readiness depends on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WatchConfiguration {

	@Bean
	static DiskSpaceMetricsBinder diskSpaceMetrics(Disk disk) {
		return new DiskSpaceMetricsBinder(disk.folders(), List.of());
	}

	@Bean
	static MeterBinder healthMetrics(DatabaseHealth database, DiskHealth disk) {
		return (registry) -> {
			gauge("db", database, registry);
			gauge("diskSpace", disk, registry);
		};
	}

	private static void gauge(String component, HealthIndicator indicator, MeterRegistry registry) {
		Gauge.builder("health", indicator, (asked) -> isUp(asked.health()) ? 1 : 0)
			.tag("component", component)
			.description("1 if it is up, 0 if it keeps the site from being ready")
			.register(registry);
	}

	private static boolean isUp(@Nullable Health health) {
		return health != null && Status.UP.equals(health.getStatus());
	}

}
