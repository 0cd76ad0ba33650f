-- 我的记录 lists what a person had a hand in, among all problems.
create index problem_hand_of_person on problem_hand (person_id);
