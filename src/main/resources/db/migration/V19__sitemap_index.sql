-- The sitemap takes the latest of all events, in this order, from the index alone.

create index event_published_at_ix on event (listed, published_at desc, id, slug);
