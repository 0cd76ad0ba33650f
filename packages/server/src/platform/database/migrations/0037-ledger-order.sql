-- The ledger by the day of registration; by number it has the index of the number, by deadline those of its own.
create index problem_registered on problem (registered_on, id);
