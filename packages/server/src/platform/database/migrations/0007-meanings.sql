comment on table migration is '已经执行的迁移';
comment on column migration.applied_at is '何时执行的';

comment on column organisation.parent_id is '上级组织；根为空';
comment on column organisation.kind is '种类：committee 党委、working_committee 党工委、party_group 党组、general_branch 党总支、branch 党支部、cell 党小组、unit 单位、department 科室';

comment on column person.organisation_id is '所在的组织';
comment on column person.position is '职务';
comment on column person.email is '收邮件提醒的地址；空为不发';
comment on column person.is_party_member is '是否党员';

comment on column account.person_id is '是谁的账号';
comment on column account.login is '登录名，不分大小写';
comment on column account.must_change_password is '口令是别人给的，登录后先改';
comment on column account.password_changed_at is '口令上次何时改的，口令期限从这时算起';
comment on column account.locked_until is '输错口令太多，锁到这时为止';
comment on column account.disabled_at is '何时停用；空为没有停用';
comment on column account.last_signed_in_at is '最近一次登录的时间；空为没有登录过';

comment on column role_grant.account_id is '授权给谁';
comment on column role_grant.role is '角色，见 docs/permissions.md';
comment on column role_grant.organisation_id is '范围：这个组织及其全部下级';
comment on column role_grant.granted_at is '何时给的';
comment on column role_grant.revoked_at is '何时收回；空为仍然有效';
comment on column role_grant.revoked_by is '谁收回的';

comment on column session.token_hash is 'cookie 里令牌的 SHA-256 摘要';
comment on column session.account_id is '谁的登录';
comment on column session.started_at is '何时登录的';
comment on column session.last_seen_at is '最近一次请求的时间，闲置期限从这时算起';
comment on column session.ends_at is '最迟何时失效，用着也一样';
comment on column session.address is '来源的网络地址';
comment on column session.device is '浏览器自报的名称';

comment on column audit_entry.number is '序号，从 1 起一条不缺';
comment on column audit_entry.at is '发生的时间';
comment on column audit_entry.action is '动作，与接口的 action 相同';
comment on column audit_entry.account_id is '谁做的；没有登录、系统自己做的为空。不设外键，日志不随账号变';
comment on column audit_entry.login is '当时的登录名，登录失败时是填写的那个';
comment on column audit_entry.person_name is '当时的姓名';
comment on column audit_entry.subject is '对象的名称，如组织、人员、问题的编号';
comment on column audit_entry.succeeded is '办成了还是被拒绝了';
comment on column audit_entry.address is '来源的网络地址';
comment on column audit_entry.request_id is '请求的编号，与运行日志对得上';
comment on column audit_entry.detail is '动作的内容；不含口令';
comment on column audit_entry.previous_hash is '前一条的摘要；第一条的是 64 个 0';

comment on column audit_head.is_only is '恒为真，作主键：只能有一行';
comment on column audit_head.number is '最后一条的序号';
comment on column audit_head.hash is '最后一条的摘要';

comment on column setting.is_only is '恒为真，作主键：只能有一行';
comment on column setting.content is '改过的各项设置；没有改过的用程序里的缺省值';

comment on column stored_file.hash is '内容的 SHA-256，十六进制；也是文件名';
comment on column stored_file.size is '字节数';
comment on column stored_file.media_type is '按内容认出的类型（MIME）';

comment on column notification.account_id is '给谁的';
comment on column notification.title is '一句话：什么事';
comment on column notification.link is '点开到哪一页（路径）';
comment on column notification.at is '何时发出的';
comment on column notification.read_at is '何时看过；空为没有看';

comment on column import_draft.account_id is '谁上传的；只有本人能确认';
comment on column import_draft.organisation_id is '导入到哪个组织之下';
comment on column import_draft.file_name is '上传时的文件名';
comment on column import_draft.content is '读懂的各行和要做的事';
comment on column import_draft.expires_at is '何时作废，此后由后台任务删除';
comment on column import_draft.confirmed_at is '何时确认写入的；空为还没有，只能确认一次';

comment on column search_entry.kind is '搜到的是什么，与 id 合起来指明一行';
comment on column search_entry.title is '结果的标题';
comment on column search_entry.context is '标题下的一行：在哪里、是谁';
comment on column search_entry.link is '点开到哪一页（路径）';

comment on column inspection.organisation_id is '被巡视巡察的组织';
comment on column inspection.fed_back_on is '反馈的日期，报告的时限从这一天算起';

comment on column problem.organisation_id is '责任单位';
comment on column problem.source is '来源：meeting 会议查摆、criticism 批评意见、opinion 征求意见、inspection 巡视巡察反馈、audit 审计发现、hazard 安全隐患、petition 信访反映、other 其他';
comment on column problem.inspection_id is '哪一次巡视巡察反馈的；来源不是巡视巡察的为空';
comment on column problem.aspect is '方面，如“带头强化政治忠诚”';
comment on column problem.text is '问题的表述';
comment on column problem.cause is '原因';
comment on column problem.goal is '整改目标';
comment on column problem.class is '整改类型：immediate 立行立改、dated 限期整改、sustained 长期坚持';
comment on column problem.lead_id is '责任领导';
comment on column problem.handler_id is '责任人';
comment on column problem.due_on is '完成时限；长期坚持的可空';
comment on column problem.state is '状态，见 docs/states.md';
comment on column problem.is_open is '还有事要做：没有销号、没有反弹、没有并入或拆分';
comment on column problem.requested_by is '谁申请的销号；退回后为空';
comment on column problem.result is '整改成效，申请销号时写';
comment on column problem.registered_on is '登记的日期';
comment on column problem.struck_off_on is '销号的日期';
comment on column problem.proved_on is '回头看认定有效的日期';
comment on column problem.relapse_of is '由哪一个问题反弹而来';
comment on column problem.split_from is '由哪一个问题拆分而来';
comment on column problem.merged_into is '并入了哪一个问题';
comment on column problem.changed_at is '最近一次变动的时间；是否超期按这一天标';

comment on column measure.position is '同一问题的措施的次序';
comment on column measure.text is '措施的表述';
comment on column measure.responsible is '责任人或责任单位，照原文';
comment on column measure.due_on is '这条措施的完成时限';
comment on column measure.funding is '资金';
comment on column measure.contingency is '预案';
comment on column measure.done_on is '完成的日期；空为没有完成';

comment on column progress.account_id is '谁报告的；不知道是谁的为空';
comment on column progress.dated_on is '进展是哪一天的';
comment on column progress.text is '进展的内容';
comment on column progress.text_hash is '找一字不差的进展用，不作安全用途';
comment on column progress.at is '写入的时间';

comment on column evidence.measure_id is '证明哪一条措施；空为整个问题';
comment on column evidence.file_hash is '文件的内容';
comment on column evidence.name is '文件名';
comment on column evidence.kind is '种类：minutes 会议记录和纪要、regulation 制度文件、notice 通知和方案、table 台账和表格、finance 财务凭证、photo 照片、decision 处理决定、talk 谈话记录、survey 测评、publication 公示、comparison 前后对比、other 其他';
comment on column evidence.dated_on is '材料形成的日期';
comment on column evidence.account_id is '谁上传的';
comment on column evidence.at is '上传的时间';
comment on column evidence.removed_at is '何时撤下；空为还在';

comment on column extension.until is '申请延到哪一天';
comment on column extension.reason is '申请的理由';
comment on column extension.requested_by is '谁申请的';
comment on column extension.requested_at is '何时申请的';
comment on column extension.is_granted is '同意与否；空为还没有决定';
comment on column extension.decision_reason is '决定的理由';
comment on column extension.decided_by is '谁决定的；不能是申请的人';
comment on column extension.decided_at is '何时决定的；一个问题同时只有一份待决定的';

comment on column notice.kind is '种类：remind 整改情况提醒书、guide 督查指导书、urge 督办通知书、admonish 告诫书';
comment on column notice.year is '文号的年份';
comment on column notice.serial is '文号的顺序号';
comment on column notice.text is '要求的内容';
comment on column notice.issued_by is '谁发出的';
comment on column notice.issued_on is '发出的日期';
comment on column notice.answer_due_on is '答复的期限';
comment on column notice.answer is '书面答复；空为还没有答复';
comment on column notice.answered_by is '谁答复的';
comment on column notice.answered_on is '答复的日期';

comment on column notice_template.organisation_id is '哪个组织的格式，下级没有自己的也用它';
comment on column notice_template.file_hash is '格式文件（docx）的内容';
comment on column notice_template.name is '上传时的文件名';

comment on column problem_event.at is '发生的时间';
comment on column problem_event.account_id is '谁做的；系统自己做的、只知道姓名的为空';
comment on column problem_event.by_name is '当时的姓名';
comment on column problem_event.action is '动作，见 docs/states.md';
comment on column problem_event.from_state is '之前的状态；登记时为空';
comment on column problem_event.to_state is '之后的状态';
comment on column problem_event.reason is '写明的理由';
comment on column problem_event.changes is '改了哪几项，从什么改成什么';

comment on column problem_version.valid_from is '从何时起是这样';
comment on column problem_version.valid_to is '到何时为止（不含）；现在这一段是 infinity';
comment on column problem_version.organisation_id is '当时的责任单位；不设外键，组织撤销后照旧';
comment on column problem_version.source is '当时的来源';
comment on column problem_version.class is '当时的整改类型';
comment on column problem_version.aspect is '当时的方面';
comment on column problem_version.state is '当时的状态';
comment on column problem_version.text is '当时的表述';
comment on column problem_version.due_on is '当时的完成时限';
comment on column problem_version.struck_off_on is '当时记着的销号日期';
comment on column problem_version.proved_on is '当时记着的认定有效日期';

comment on column problem_count.organisation_id is '哪个组织，数字含它的全部下级';
comment on column problem_count.source is '来源，与 problem.source 相同';
comment on column problem_count.class is '整改类型，与 problem.class 相同';
comment on column problem_count.state is '状态，与 problem.state 相同';
comment on column problem_count.is_proved is '是否已认定有效';
comment on column problem_count.is_overdue is '是否超期';
comment on column problem_count.count is '有几个';

comment on column workday_exception.date is '哪一天';
comment on column workday_exception.is_workday is '上班还是休息，压过国务院办公厅公布的安排';
