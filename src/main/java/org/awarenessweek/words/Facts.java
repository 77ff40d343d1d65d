package org.awarenessweek.words;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** What the team wrote of the site, if it did. */
interface Facts extends Repository<KeptFacts, Integer> {

	Optional<KeptFacts> findById(int id);

	void save(KeptFacts facts);

}
