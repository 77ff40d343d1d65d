package org.awarenessweek.toolkit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.awarenessweek.edition.Edition;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What the team added to all toolkits. */
public interface ToolkitItems extends Repository<ToolkitItem, UUID> {

	/** Lets others who add to an edition's, or move them, wait for this transaction. */
	@Query(nativeQuery = true, value = "select calendar_year from edition where id = :edition for update")
	int lock(UUID edition);

	/** All of an edition, in order. */
	@Query("from ToolkitItem i where i.editionId = :edition order by i.place, i.id")
	List<ToolkitItem> of(UUID edition);

	/** The same by who it is for. */
	default Map<Audience, List<ToolkitItem>> byAudience(Edition edition) {
		return of(edition.id()).stream()
			.collect(Collectors.groupingBy((item) -> item.content().audience(), () -> new EnumMap<>(Audience.class),
					Collectors.toList()));
	}

	@Query("from ToolkitItem i where i.editionId = :edition and i.file.name = :name")
	Optional<ToolkitItem> file(UUID edition, String name);

	/** The pictures of what the week achieved. */
	@Query("from ToolkitItem i where i.editionId = :edition and i.content.showsImpact = true order by i.place, i.id")
	List<ToolkitItem> ofImpact(UUID edition);

	Optional<ToolkitItem> findById(UUID id);

	ToolkitItem save(ToolkitItem item);

	void delete(ToolkitItem item);

	void flush();

}
