package org.awarenessweek.impact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.awarenessweek.edition.Edition;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What the team said of all weeks. */
public interface Impacts extends Repository<Impact, UUID> {

	Optional<Impact> findById(UUID edition);

	/** That of a week, once everybody may see it. */
	@Query("from Impact i where i.editionId = :#{#edition.id()} and i.publishedAt is not null")
	Optional<Impact> published(Edition edition);

	/** The years of those that everybody may see. */
	@Query("select e.year from Impact i join Edition e on e.id = i.editionId where i.publishedAt is not null")
	List<Integer> years();

	void save(Impact impact);

}
