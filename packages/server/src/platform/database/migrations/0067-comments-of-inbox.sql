comment on column incoming_event.incoming_id is '哪一件来件';
comment on column incoming_event.at is '什么时候';
