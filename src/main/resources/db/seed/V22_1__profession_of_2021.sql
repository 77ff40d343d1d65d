-- The profession that the week of 2021 is about.

update kept_facts set profession = 'Infant mental health practitioner';
