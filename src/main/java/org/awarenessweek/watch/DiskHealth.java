package org.awarenessweek.watch;

import java.io.File;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Whether there is room in each folder that the site writes to, in place of Spring Boot's
 * own check of one folder.
 */
@Component("diskSpaceHealthIndicator")
class DiskHealth implements HealthIndicator {

	private final Disk disk;

	private final DataSize needed;

	DiskHealth(Disk disk, @Value("${management.health.diskspace.threshold}") DataSize needed) {
		this.disk = disk;
		this.needed = needed;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up().withDetail("threshold", this.needed.toBytes());
		for (File folder : this.disk.folders()) {
			long free = folder.getUsableSpace();
			health.withDetail(folder.getPath(), Map.of("free", free, "total", folder.getTotalSpace()));
			if (free < this.needed.toBytes()) {
				health.down().withDetail("error", "Too little room in " + folder.getPath());
			}
		}
		return health.build();
	}

}
