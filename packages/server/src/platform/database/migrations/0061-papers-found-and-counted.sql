-- What is only somebody's (a draft) is found by them alone; what others find too, by them wherever their roles reach.
alter table search_entry add column account_id uuid;
comment on column search_entry.account_id is '是谁的：这个账号不看角色也搜得到；为空的只按角色';

-- The length of a paper was counted in two ways; now as Word counts it: a Chinese character or mark is one, a run of letters
-- and digits is one (`wordCount` of the engine). What was kept is counted anew.
with counted as materialized (
  select paper_version_id as version_id,
    regexp_count(document ->> 'text', '[\u00b7\u00d7\u2010-\u2027\u2030-\u205e\u2160-\u2bff\u2e80-\u2fff\u3001-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]|[^\s\u00a0\u00b7\u00d7\u1680\u2000-\u205f\u2060\u2160-\u2bff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\ufeff-\uffef\U00020000-\U0003ffff]+') as words
  from paper_review
), versions as (
  update paper_version set reading = jsonb_set(reading, '{characters}', to_jsonb(words))
  from counted where id = version_id and reading is not null
)
update paper_review set document = jsonb_set(document, '{facts}', (
  select coalesce(jsonb_agg(case when fact ~ '^\d+ 字$' then words || ' 字' else fact end order by place), '[]')
  from jsonb_array_elements_text(document -> 'facts') with ordinality as facts (fact, place)))
from counted where paper_version_id = version_id;
