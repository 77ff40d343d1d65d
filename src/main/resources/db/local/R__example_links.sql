-- On one's own machine the seeded meeting has links, so that its page can be seen to offer the right one.

update event set
	booking_link = 'https://example.org/book',
	live_link = 'https://example.org/live',
	recording_link = 'https://example.org/recording'
where slug = 'appg-for-conception-to-age-two' and booking_link is null;
