package org.awarenessweek.words;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All versions of all texts. */
interface Passages extends Repository<Passage, UUID> {

	/** The latest version of each text that was written anew. */
	@Query("""
			from Passage p
			where p.number = (select max(later.number) from Passage later where later.section = p.section)""")
	List<Passage> latest();

	Optional<Passage> findFirstBySectionOrderByNumberDesc(String section);

	/** All versions of a text, latest first. */
	List<Passage> findBySectionOrderByNumberDesc(String section);

	Optional<Passage> findBySectionAndNumber(String section, int number);

	void save(Passage passage);

}
